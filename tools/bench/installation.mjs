const password = 'a long bench passphrase';

const callerOf = (url) => async (method, path, body, token) => {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
};

/** Small client for what a benchmark sets up through the public API, as a new user. */
export const createApi = async (url, email = `bench-${Date.now()}@example.com`) => {
  const call = callerOf(url);
  const person = { email, password, firstName: 'Bench', lastName: 'Mark' };
  const { token } = await call('POST', '/auth/register', person);
  return (method, path, body) => call(method, path, body, token);
};

/** The same client for a user that `createApi` made before. */
export const logIn = async (url, email) => {
  const call = callerOf(url);
  const { token } = await call('POST', '/auth/login', { email, password });
  return (method, path, body) => call(method, path, body, token);
};

const node = (id, type, fields, next) => ({
  id,
  type,
  name: id,
  ...fields,
  connections: next ? [{ targetNodeId: next, condition: null }] : [],
});

/** start → message. */
export const oneSendFlow = {
  startNodeId: 'start',
  nodes: [
    node('start', 'start', {}, 'answer'),
    node('answer', 'message', { content: { text: 'Hello {{contact.firstName}}!', buttons: [] } }),
  ],
};

/** start → message → tag → message. */
export const twoSendFlow = {
  startNodeId: 'start',
  nodes: [
    node('start', 'start', {}, 'first'),
    node('first', 'message', { content: { text: 'One', buttons: [] } }, 'tag'),
    node('tag', 'tag_contact', { tagName: 'bench' }, 'second'),
    node('second', 'message', { content: { text: 'Two', buttons: [] } }),
  ],
};

/** start → message → wait of 100 days → message. */
export const longWaitFlow = {
  startNodeId: 'start',
  nodes: [
    node('start', 'start', {}, 'first'),
    node('first', 'message', { content: { text: 'See you', buttons: [] } }, 'pause'),
    node('pause', 'wait', { durationSeconds: 8_640_000 }, 'later'),
    node('later', 'message', { content: { text: 'Hello again {{contact.firstName}}', buttons: [] } }),
  ],
};

/** start → message with a quick reply → message. */
export const tapFlow = {
  startNodeId: 'start',
  nodes: [
    node('start', 'start', {}, 'ask'),
    {
      ...node('ask', 'message', {
        content: { text: 'More?', buttons: [{ type: 'quick_reply', text: 'Yes', payload: 'YES' }] },
      }),
      connections: [{ targetNodeId: 'more', condition: { type: 'button_payload', value: 'YES' } }],
    },
    node('more', 'message', { content: { text: 'Here it is', buttons: [] } }),
  ],
};

/** Connects `count` accounts, each with one published flow for the keyword `hello`. Answers their Instagram ids. */
export const installAccounts = async ({ api, count, flowDefinition, firstId = 17_841_400_000_000_000n }) => {
  const userIds = [];
  for (let index = 0; index < count; index += 1) {
    const userId = String(firstId + BigInt(index));
    const account = await api('POST', '/instagram-accounts', {
      instagramUserId: userId,
      instagramUsername: `bench_${userId}`,
      accessToken: `bench-token-${userId}`,
      tokenExpiresAt: new Date(Date.now() + 60 * 86_400_000).toISOString(),
    });
    const path = `/instagram-accounts/${account.instagramAccountId}`;
    await api('PATCH', `${path}/settings`, { debounceWindowMs: 0, cooldownMs: 0, messagesPerSecond: 100 });
    const flow = await api('POST', `${path}/flows`, { name: 'Bench', flowDefinition });
    await api('POST', `/flows/${flow.flowId}/triggers`, { type: 'dm_keyword', keyword: 'hello' });
    await api('POST', `/flows/${flow.flowId}/publish`, {});
    userIds.push(userId);
  }
  return userIds;
};
