import { v7 as newId } from 'uuid';
import { createTestDatabase, type TestDatabase } from '@instaflow/testing';
import { createDataSource } from '../data-source';
import { migrate } from '../migrate';
import { inEngine, inWorkspaces } from '../transaction';
import type { DataSource } from 'typeorm';

const tables = [
  'workspace',
  'workspace_member',
  'instagram_account',
  'account_pacing',
  'account_revision',
  'flow',
  'flow_version',
  'flow_trigger',
  'flow_folder',
  'flow_test',
  'discarded_draft',
  'flow_share_link',
  'flow_comment',
  'contact',
  'conversation',
  'message_log',
  'inbound_event',
  'contact_wake',
  'flow_run',
  'contact_turn',
  'outbound_message',
  'realtime_event',
  'notification',
];

let database: TestDatabase;
let app: DataSource;
let engine: DataSource;
const [mine, theirs] = [newId(), newId()];

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  const open = (role: 'app' | 'engine') =>
    createDataSource({ url: database.url, role, poolSize: 2, onError: () => undefined }).initialize();
  [app, engine] = [await open('app'), await open('engine')];
  for (const workspaceId of [mine, theirs]) await fill(workspaceId);
});
afterAll(async () => {
  await Promise.all([app.destroy(), engine.destroy()]);
  await database.drop();
});

/** One row of the workspace in every table. */
async function fill(workspaceId: string): Promise<void> {
  const [userId, accountId, flowId, versionId] = [newId(), newId(), newId(), newId()];
  const [contactId, conversationId, messageId] = [newId(), newId(), newId()];
  const insert = (sql: string, values: unknown[]) => inEngine(engine, (tx) => tx.query(sql, values));
  const w = workspaceId;
  await insert(`INSERT INTO app_user (id, email, password_hash) VALUES ($1, $2, '')`, [
    userId,
    `${userId}@x.y`,
  ]);
  await insert(`INSERT INTO workspace (id, name) VALUES ($1, 'W')`, [w]);
  await insert(`INSERT INTO workspace_member (workspace_id, user_id, role) VALUES ($1, $2, 'owner')`, [
    w,
    userId,
  ]);
  await insert(
    `INSERT INTO instagram_account (id, workspace_id, instagram_user_id, instagram_username) VALUES ($1, $2, $3, 'a')`,
    [accountId, w, accountId],
  );
  for (const table of ['account_pacing', 'account_revision']) {
    await insert(`INSERT INTO ${table} (instagram_account_id, workspace_id) VALUES ($1, $2)`, [accountId, w]);
  }
  await insert(
    `INSERT INTO flow (id, workspace_id, instagram_account_id, name, flow_definition) VALUES ($1, $2, $3, 'F', '{}')`,
    [flowId, w, accountId],
  );
  await insert(
    `INSERT INTO flow_version (id, workspace_id, flow_id, version, definition) VALUES ($1, $2, $3, 1, '{}')`,
    [versionId, w, flowId],
  );
  await insert(
    `INSERT INTO flow_trigger (id, workspace_id, instagram_account_id, flow_id, type) VALUES ($1, $2, $3, $4, 'x')`,
    [newId(), w, accountId, flowId],
  );
  await insert(
    `INSERT INTO flow_folder (id, workspace_id, instagram_account_id, name) VALUES ($1, $2, $3, 'D')`,
    [newId(), w, accountId],
  );
  await insert(`INSERT INTO flow_test (id, workspace_id, flow_id, test) VALUES ($1, $2, $3, '{}')`, [
    newId(),
    w,
    flowId,
  ]);
  await insert(
    `INSERT INTO discarded_draft (id, workspace_id, flow_id, definition, discarded_at, kept_until)
     VALUES ($1, $2, $3, '{}', now(), now())`,
    [newId(), w, flowId],
  );
  await insert(
    `INSERT INTO flow_share_link (id, workspace_id, flow_id, token_hash, created_at, expires_at)
     VALUES ($1, $2, $3, decode(md5($4), 'hex'), now(), now())`,
    [newId(), w, flowId, flowId],
  );
  await insert(
    `INSERT INTO flow_comment (id, workspace_id, flow_id, text, created_at) VALUES ($1, $2, $3, 'C', now())`,
    [newId(), w, flowId],
  );
  await insert(
    `INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id) VALUES ($1, $2, $3, '1')`,
    [contactId, w, accountId],
  );
  await insert(
    `INSERT INTO conversation (id, workspace_id, instagram_account_id, contact_id) VALUES ($1, $2, $3, $4)`,
    [conversationId, w, accountId, contactId],
  );
  await insert(
    `INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id,
       direction, type, content, delivery_status) VALUES ($1, now(), $2, $3, $4, $5, 'inbound', 'text', '{}', 'received')`,
    [messageId, w, accountId, contactId, conversationId],
  );
  await insert(
    `INSERT INTO inbound_event (id, workspace_id, instagram_account_id, dedupe_key, kind, platform_at, raw)
     VALUES ($1, $2, $3, 'k', 'text', now(), '{}')`,
    [newId(), w, accountId],
  );
  await insert(
    `INSERT INTO contact_wake (contact_id, workspace_id, instagram_account_id, shard, wake_at) VALUES ($1, $2, $3, 0, now())`,
    [contactId, w, accountId],
  );
  await insert(
    `INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, status, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'completed', '{}')`,
    [newId(), w, accountId, contactId, flowId, versionId],
  );
  await insert(
    `INSERT INTO contact_turn (id, workspace_id, instagram_account_id, contact_id, at, outcome) VALUES ($1, $2, $3, $4, now(), 'x')`,
    [newId(), w, accountId, contactId],
  );
  await insert(
    `INSERT INTO outbound_message (id, message_at, workspace_id, instagram_account_id, contact_id, conversation_id, seq,
       priority, kind, is_automated, payload, idempotency_key, status)
     VALUES ($1, now(), $2, $3, $4, $5, 1, 0, 'message', false, '{}', $6, 'sent')`,
    [messageId, w, accountId, contactId, conversationId, newId()],
  );
  await insert(
    `INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id) VALUES ($1, $2, 'x', $3)`,
    [w, accountId, messageId],
  );
  await insert(
    `INSERT INTO notification (id, workspace_id, user_id, instagram_account_id, kind, dedupe_key, is_in_app, created_at)
     VALUES ($1, $2, $3, $4, 'team_message', 'k', true, now())`,
    [newId(), w, userId, accountId],
  );
}

const keyOf = (table: string) => (table === 'workspace' ? 'id' : 'workspace_id');
const readAll = (workspaceIds: string[], table: string) =>
  inWorkspaces(app, workspaceIds, (tx) =>
    tx.query<{ workspace: string }[]>(`SELECT DISTINCT ${keyOf(table)} AS workspace FROM ${table}`),
  );

describe.each(tables)('the table %s', (table) => {
  it('shows a request only the rows of its workspaces, whatever the statement says', async () => {
    expect(await readAll([mine], table)).toEqual([{ workspace: mine }]);
    expect(await readAll([mine, theirs], table)).toHaveLength(2);
  });

  it('shows nothing to a request without workspaces, and nothing outside of a transaction', async () => {
    expect(await readAll([], table)).toEqual([]);
    expect(await app.query(`SELECT * FROM ${table}`)).toEqual([]);
  });

  it('lets a request neither change nor delete rows of others', async () => {
    const key = keyOf(table);
    const changed = await inWorkspaces(app, [mine], async (tx) => {
      const updated = await tx.query<[unknown[], number]>(
        `UPDATE ${table} SET ${key} = ${key} WHERE ${key} = $1 RETURNING 1`,
        [theirs],
      );
      const deleted = await tx.query<[unknown[], number]>(
        `DELETE FROM ${table} WHERE ${key} = $1 RETURNING 1`,
        [theirs],
      );
      return [updated[1], deleted[1]];
    });
    expect(changed).toEqual([0, 0]);
  });
});

describe('the role of requests', () => {
  it.each(['flow_figure', 'trigger_figure'])(
    'sees of %s what is of its workspaces, and changes none',
    async (table) => {
      const engineSays = (sql: string) => inEngine(engine, (tx) => tx.query(sql));
      if (table === 'flow_figure') await engineSays('SELECT count_flow_figures(now(), 100)');
      expect(await readAll([mine], table)).toEqual([{ workspace: mine }]);
      expect(await readAll([mine, theirs], table)).toHaveLength(2);
      expect(await readAll([], table)).toEqual([]);
      await expect(app.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('sees of effects only those of its workspaces, never what they ask, and changes none', async () => {
    await inEngine(engine, (tx) =>
      tx.query(
        `INSERT INTO flow_effect (key, workspace_id, instagram_account_id, contact_id, run_id, node_id, kind, request,
                                  due_at, lease_ms)
         SELECT c.id::text, c.workspace_id, c.instagram_account_id, c.id, c.id, 'n', 'http_request', '{}', now(), 1
         FROM contact c`,
      ),
    );
    expect(await readAll([mine], 'flow_effect')).toEqual([{ workspace: mine }]);
    expect(await readAll([], 'flow_effect')).toEqual([]);
    for (const statement of ['SELECT request FROM flow_effect', 'DELETE FROM flow_effect']) {
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('cannot put a row into a workspace of others', async () => {
    const insert = inWorkspaces(app, [mine], (tx) =>
      tx.query(
        `INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
         SELECT $1, instagram_account_id, 'x', entity_id FROM realtime_event`,
        [theirs],
      ),
    );
    await expect(insert).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['refresh_token', 'idempotency_key', 'unrouted_event', 'flow_viewer'])(
    'cannot read %s',
    async (table) => {
      await expect(app.query(`SELECT * FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('cannot read password hashes', async () => {
    await expect(app.query('SELECT password_hash FROM app_user')).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps nothing of a request on the connection', async () => {
    await inWorkspaces(app, [mine], (tx) => tx.query('SELECT 1'));
    expect(await app.query('SELECT id FROM workspace')).toEqual([]);
  });
});
