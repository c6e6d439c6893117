import { v7 as newId } from 'uuid';
import { createTestDatabase, waitFor, type TestDatabase } from '@instaflow/testing';
import { createDataSource } from '../data-source';
import { migrate } from '../migrate';
import { inEngine, inWorkspaces } from '../transaction';
import type { DataSource } from 'typeorm';
import { countAccountHours } from './count-account-hours';
import { readAccountSummary, type AccountSummaryCounts } from './read-account-summary';
import { readAccountTimeseries } from './read-account-timeseries';

const hourMs = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * hourMs);

let database: TestDatabase;
let app: DataSource;
let engine: DataSource;
let workspaceId: string;
let accountId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  const open = (role: 'app' | 'engine') =>
    createDataSource({ url: database.url, role, poolSize: 4, onError: () => undefined }).initialize();
  [app, engine] = [await open('app'), await open('engine')];
});
afterAll(async () => {
  await Promise.all([app.destroy(), engine.destroy()]);
  await database.drop();
});
beforeEach(async () => {
  await engine.query(
    'DELETE FROM message_log; DELETE FROM flow_run; DELETE FROM conversation; DELETE FROM contact; DELETE FROM account_hour; ' +
      `DELETE FROM account_hour_writer; DELETE FROM account_hour_change; UPDATE figures_position SET counted_until = '-infinity', next_until = NULL, next_xid = NULL`,
  );
  [workspaceId, accountId] = [newId(), newId()];
  await engine.query(`INSERT INTO workspace (id, name) VALUES ($1, 'W')`, [workspaceId]);
  await engine.query(
    `INSERT INTO instagram_account (id, workspace_id, instagram_user_id, instagram_username) VALUES ($1, $2, $3, 'a')`,
    [accountId, workspaceId, accountId],
  );
});

type Person = { contactId: string; conversationId: string };

const meet = async (at: Date, status = 'open'): Promise<Person> => {
  const person = { contactId: newId(), conversationId: newId() };
  await engine.query(
    `INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id, created_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [person.contactId, workspaceId, accountId, person.contactId, at],
  );
  await engine.query(
    `INSERT INTO conversation (id, workspace_id, instagram_account_id, contact_id, created_at, status)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [person.conversationId, workspaceId, accountId, person.contactId, at, status],
  );
  return person;
};

const log = async (
  { contactId, conversationId }: Person,
  at: Date,
  status: 'received' | 'sent' | 'read' | 'failed' = 'received',
): Promise<string> => {
  const id = newId();
  await engine.query(
    `INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id,
       direction, type, content, delivery_status, is_automated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'text', '{}', $8, $9)`,
    [
      id,
      at,
      workspaceId,
      accountId,
      contactId,
      conversationId,
      status === 'received' ? 'inbound' : 'outbound',
      status,
      status === 'read',
    ],
  );
  return id;
};

const run = async ({ contactId }: Person, startedAt: Date, status = 'completed'): Promise<string> => {
  const id = newId();
  await engine.query(
    `INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, status, state,
       started_at) VALUES ($1, $2, $3, $4, $1, $1, $5, '{}', $6)`,
    [id, workspaceId, accountId, contactId, status, startedAt],
  );
  return id;
};

/** What reading every row gives. */
const recount = async (from: Date, until: Date): Promise<AccountSummaryCounts> => {
  const [row] = await engine.query<AccountSummaryCounts[]>(
    `WITH m AS (SELECT *, delivery_status IN ('sent', 'delivered', 'read') AS is_sent FROM message_log
       WHERE instagram_account_id = $1 AND "timestamp" >= $2 AND "timestamp" < $3),
     r AS (SELECT * FROM flow_run WHERE instagram_account_id = $1 AND started_at >= $2 AND started_at < $3)
     SELECT (SELECT count(*) FROM contact WHERE instagram_account_id = $1)::int AS "totalContacts",
       (SELECT count(*) FROM contact WHERE instagram_account_id = $1 AND created_at >= $2 AND created_at < $3)::int
         AS "newContacts",
       (SELECT count(DISTINCT contact_id) FROM m WHERE direction = 'inbound')::int AS "activeContacts",
       (SELECT count(*) FROM m WHERE direction = 'outbound' AND is_sent)::int AS "totalMessagesSent",
       (SELECT count(*) FROM m WHERE direction = 'inbound')::int AS "totalMessagesReceived",
       (SELECT count(*) FROM m WHERE direction = 'outbound' AND is_sent AND is_automated)::int
         AS "automatedMessagesSent",
       (SELECT count(*) FROM m WHERE delivery_status = 'failed')::int AS "failedMessages",
       (SELECT count(*) FROM m WHERE direction = 'outbound' AND is_sent)::int AS "deliveredMessages",
       (SELECT count(*) FROM m WHERE delivery_status = 'read')::int AS "readMessages",
       (SELECT count(*) FROM r)::int AS "flowStarts",
       (SELECT count(*) FROM r WHERE status = 'completed')::int AS "flowCompletions",
       (SELECT count(*) FROM conversation WHERE instagram_account_id = $1 AND status = 'open')::int
         AS "openConversations",
       (SELECT count(*) FROM conversation WHERE instagram_account_id = $1 AND status = 'pending_human')::int
         AS "pendingHumanConversations"`,
    [accountId, from, until],
  );
  if (row === undefined) throw new Error('no counts');
  return row;
};

const summarize = (from: Date, until: Date, caller = workspaceId) =>
  inWorkspaces(app, [caller], (tx) =>
    readAccountSummary(tx, { accountId, workspaceId, period: { from, until } }),
  );

const expectExact = async (from = hoursAgo(100.3), until = hoursAgo(-1)) =>
  expect(await summarize(from, until)).toEqual(await recount(from, until));

/** A first call names the hours; the next ones count them once every transaction of the server is younger. */
const countAll = () =>
  waitFor(
    async () => {
      while (await countAccountHours(engine, { hours: 24, changes: 100 }));
      const [left] = await engine.query<{ hours: Date | null }[]>(
        'SELECT next_until AS hours FROM figures_position',
      );
      return left?.hours === null;
    },
    { timeoutMs: 20_000, what: 'counting of the hours that are over' },
  );

const countedHours = async () => (await engine.query<unknown[]>('SELECT 1 FROM account_hour')).length;

const scene = async () => {
  const [anna, ben, carla] = [
    await meet(hoursAgo(90)),
    await meet(hoursAgo(30), 'pending_human'),
    await meet(new Date()),
  ];
  for (const person of [anna, ben]) {
    for (const age of [80.5, 60.2, 29, 6.9, 6.1, 2.5, 0.5]) await log(person, hoursAgo(age));
    for (const age of [79, 28.5, 1]) await log(person, hoursAgo(age), 'sent');
    await log(person, hoursAgo(28), 'read');
    await log(person, hoursAgo(27), 'failed');
  }
  await log(carla, new Date());
  const runs = [
    await run(anna, hoursAgo(80)),
    await run(ben, hoursAgo(20), 'waiting'),
    await run(carla, new Date()),
  ];
  return { anna, ben, carla, runs };
};

describe('figures of an account', () => {
  it('are those of every row, before and after hours were counted, whatever the period', async () => {
    await scene();
    await expectExact();
    await countAll();
    expect(await countedHours()).toBeGreaterThan(5);
    await expectExact();
    await expectExact(hoursAgo(60.2), hoursAgo(6.5));
    await expectExact(hoursAgo(29.01), hoursAgo(28.99));
    await expectExact(hoursAgo(2), hoursAgo(1));
    await expectExact(hoursAgo(500), hoursAgo(400));
  });

  it('follow what happens to counted hours, before and after the differences were added', async () => {
    const { anna, ben, runs } = await scene();
    await countAll();
    const late = await log(ben, hoursAgo(50));
    await log(anna, hoursAgo(200), 'sent');
    await engine.query(`UPDATE message_log SET delivery_status = 'read' WHERE delivery_status = 'sent'`);
    await engine.query(`UPDATE flow_run SET status = 'completed' WHERE id = $1`, [runs[1]]);
    await engine.query(`UPDATE flow_run SET status = 'failed' WHERE id = $1`, [runs[0]]);
    await engine.query(`UPDATE conversation SET status = 'closed' WHERE id = $1`, [anna.conversationId]);
    await expectExact(hoursAgo(300));
    await countAll();
    await expectExact(hoursAgo(300));
    expect(
      await engine.query(
        'SELECT FROM account_hour_change WHERE hour < (SELECT counted_until FROM figures_position)',
      ),
    ).toEqual([]);
    await engine.query('DELETE FROM message_log WHERE id = $1', [late]);
    await countAll();
    await expectExact(hoursAgo(51), hoursAgo(49));
  });

  it('forget a person with all they wrote', async () => {
    const { anna } = await scene();
    await countAll();
    await inEngine(engine, (tx) => tx.query('SELECT erase_contacts($1, $2)', [accountId, [anna.contactId]]));
    await expectExact();
    await countAll();
    await expectExact();
    expect(
      await engine.query('SELECT * FROM account_hour_writer WHERE contact_id = $1', [anna.contactId]),
    ).toEqual([]);
  });

  it('count nothing while a transaction that could still write into the hours is open', async () => {
    await scene();
    const writer = engine.createQueryRunner();
    await writer.startTransaction();
    await writer.query('SELECT pg_current_xact_id()');
    for (let time = 0; time < 3; time += 1) await countAccountHours(engine, { hours: 24, changes: 100 });
    expect(await countedHours()).toBe(0);
    await writer.commitTransaction();
    await writer.release();
    await countAll();
    expect(await countedHours()).toBeGreaterThan(0);
  });

  it('are counted once by several processes at a time', async () => {
    await scene();
    const count = () => countAccountHours(engine, { hours: 2, changes: 2 });
    for (let round = 0; round < 60; round += 1) await Promise.all([count(), count(), count()]);
    await expectExact();
  });

  it('make the same chart from counted hours as from every row, also half an hour away', async () => {
    await scene();
    const period = { from: hoursAgo(100.3), until: hoursAgo(-1) };
    const charts = () =>
      inWorkspaces(app, [workspaceId], async (tx) => {
        const inputs = ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/St_Johns'].flatMap(
          (timezone) =>
            (['hour', 'day', 'week'] as const).map((interval) => ({
              accountId,
              workspaceId,
              period,
              timezone,
              interval,
            })),
        );
        const all = [];
        for (const input of inputs) all.push(await readAccountTimeseries(tx, input));
        return all;
      });
    const before = await charts();
    await countAll();
    expect(await countedHours()).toBeGreaterThan(5);
    expect(await charts()).toEqual(before);
    const received = before.map((points) => points.reduce((sum, point) => sum + point.messagesReceived, 0));
    expect(new Set(received)).toEqual(new Set([15]));
  });
});

describe('another workspace', () => {
  it('is told nothing of an account, counted or not', async () => {
    await scene();
    const period = { from: hoursAgo(100), until: hoursAgo(-1) };
    for (const counted of [false, true]) {
      if (counted) await countAll();
      expect(
        Object.values(await summarize(period.from, period.until, newId())).every((count) => count === 0),
      ).toBe(true);
      const points = await inWorkspaces(app, [newId()], (tx) =>
        readAccountTimeseries(tx, { accountId, workspaceId, period, timezone: 'UTC', interval: 'day' }),
      );
      expect(
        points.every((point) => point.messagesReceived + point.newContacts + point.flowStarts === 0),
      ).toBe(true);
    }
  });

  it('cannot name its own workspace to see an account of others', async () => {
    await scene();
    await countAll();
    const other = newId();
    const counts = await inWorkspaces(app, [other], (tx) =>
      readAccountSummary(tx, {
        accountId,
        workspaceId: other,
        period: { from: hoursAgo(100), until: hoursAgo(-1) },
      }),
    );
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });

  it.each(['account_hour', 'account_hour_writer', 'account_hour_change', 'figures_position'])(
    'cannot read %s',
    async (table) => {
      await expect(app.query(`SELECT * FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('cannot count', async () => {
    await expect(countAccountHours(app, { hours: 1, changes: 1 })).rejects.toMatchObject({ code: '42501' });
  });
});
