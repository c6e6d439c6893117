import { percentile, round } from '../statistics.mjs';

const words = [
  'anna',
  'rossi',
  'felix.weber',
  'tanaka7',
  'Greta Silva',
  'luis.costa12',
  'viktor',
  'okafor99',
];

/** Paths of what people look at, by name; `index` varies what is asked for. */
const readsOf = (accountId, conversationIds) => {
  const account = `/instagram-accounts/${accountId}`;
  const word = (index) => encodeURIComponent(words[index % words.length]);
  return {
    contacts: () => `${account}/contacts?limit=50`,
    contactsPage40: () => `${account}/contacts?limit=50&page=40`,
    contactsSearch: (index) => `${account}/contacts?limit=50&search=${word(index)}`,
    contactsWithCommonTag: () => `${account}/contacts?limit=50&tag=customer`,
    contactsWithRareTag: (index) => `${account}/contacts?limit=50&tag=campaign-${index % 40}`,
    conversations: () => `${account}/conversations?limit=50`,
    conversationsUnread: () => `${account}/conversations?limit=50&unread=true`,
    conversationsForPeople: () => `${account}/conversations?limit=50&status=pending_human`,
    conversationsSearch: (index) => `${account}/conversations?limit=50&search=${word(index)}`,
    conversationsWithTag: () => `${account}/conversations?limit=50&tag=vip`,
    messages: (index) =>
      `/conversations/${conversationIds[index % conversationIds.length]}/messages?limit=50`,
    summary30Days: () => `${account}/analytics/summary`,
    timeseries30Days: () => `${account}/analytics/timeseries`,
  };
};

const timeOf = async (work) => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

const measureOne = async (work, calls) => {
  const times = [];
  // The first call is the cold one and counts as one of them.
  for (let index = 0; index < calls; index += 1) times.push(await timeOf(() => work(index)));
  return [round(percentile(times, 0.5)), round(percentile(times, 0.95))];
};

/** `[p50, p95]` in ms of each read, `calls` calls one after the other through HTTP. */
export const measureReads = async ({ api, accountId, conversationIds, calls }) => {
  const figures = {};
  for (const [name, pathOf] of Object.entries(readsOf(accountId, conversationIds))) {
    figures[name] = await measureOne((index) => api('GET', pathOf(index)), calls);
  }
  return figures;
};

const segment = `SELECT count(*) FROM contact WHERE instagram_account_id = $1 AND 'customer' = ANY (tags)
  AND NOT 'newsletter' = ANY (tags) AND custom_attributes @> '{"city": "Lyon"}'
  AND last_interaction_at > now() - interval '30 days'`;

/** `[p50, p95]` of counting the people of a segment (two tags, an attribute, recency) under row-level security. */
export const measureSegmentCount = async ({ client, accountId, workspaceId, calls }) => {
  await client.query('BEGIN');
  await client.query('SET LOCAL ROLE instaflow_app');
  await client.query(`SELECT set_config('app.workspace_ids', $1, true)`, [`{${workspaceId}}`]);
  const times = await measureOne(() => client.query(segment, [accountId]), calls);
  await client.query('COMMIT');
  return times;
};
