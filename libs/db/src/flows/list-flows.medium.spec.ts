import { v7 as newId } from 'uuid';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@instaflow/testing';
import { createDataSource } from '../data-source';
import { migrate } from '../migrate';
import { inWorkspaces } from '../transaction';
import { listFlows } from './list-flows';

let database: TestDatabase;
let app: DataSource;
let engine: DataSource;
const [mine, theirs] = [newId(), newId()];
const accounts: Record<string, string> = { [mine]: newId(), [theirs]: newId() };
const count = 2_100;

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

async function fill(workspaceId: string): Promise<void> {
  const accountId = accounts[workspaceId];
  await engine.query(`INSERT INTO workspace (id, name) VALUES ($1, 'W')`, [workspaceId]);
  await engine.query(
    `INSERT INTO instagram_account (id, workspace_id, instagram_user_id, instagram_username) VALUES ($1, $2, $1::uuid::text, 'a')`,
    [accountId, workspaceId],
  );
  await engine.query(
    `INSERT INTO flow (id, workspace_id, instagram_account_id, name, flow_definition, archived_at, deleted_at)
     SELECT ('00000000-0000-7000-8000-' || left(md5($1::uuid::text), 6) || lpad(n::text, 6, '0'))::uuid, $1::uuid, $2::uuid, 'Flow ' || n,
       jsonb_build_object('nodes', jsonb_build_array(jsonb_build_object('id', 'a', 'content', jsonb_build_object(
         'text', 'everybody ' || n, 'buttons', jsonb_build_array(jsonb_build_object('text', 'Tap ' || n)))))),
       CASE WHEN n % 10 = 0 THEN now() END, CASE WHEN n % 100 = 1 THEN now() END
     FROM generate_series(1, ${count}) n`,
    [workspaceId, accountId],
  );
}

type Query = { search?: string; isArchived?: boolean; page?: number; limit?: number; cursor?: string };
const list = (
  { search, isArchived = false, page = 1, limit = 100, cursor }: Query,
  { as = mine, of = mine }: { as?: string; of?: string } = {},
) =>
  inWorkspaces(app, [as], (tx) =>
    listFlows(tx, {
      accountId: accounts[of] ?? '',
      workspaceId: of,
      search,
      isArchived,
      request: { page, limit, cursor },
    }),
  );
const expected = Array.from({ length: count }, (_, index) => index + 1)
  .filter((n) => n % 10 !== 0 && n % 100 !== 1)
  .map((n) => `Flow ${n}`)
  .toReversed();

describe('a long list of flows', () => {
  it('is read by pages and by cursor, the newest first, without archived and deleted ones', async () => {
    const first = await list({});
    expect(first.rows.map(({ name }) => name)).toEqual(expected.slice(0, 100));
    expect(first.total).toBe(expected.length);
    expect(first.rows[0]).not.toHaveProperty('flowDefinition');
    const second = await list({ cursor: first.nextCursor ?? '' });
    expect(second.rows).toEqual((await list({ page: 2 })).rows);
    const last = await list({ page: Math.ceil(expected.length / 100) });
    expect([last.rows.at(-1)?.name, last.nextCursor]).toEqual(['Flow 2', null]);
    expect((await list({ isArchived: true })).total).toBe(count / 10);
  });

  it.each(['everybody', 'tap', 'flow'])(
    'is searched for %s page by page, and counted so far as it matters',
    async (search) => {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({ search, ...(cursor && { cursor }) });
        found.push(...page.rows.map(({ name }) => name));
        expect(page.total).toBe(Math.min(2_000, expected.length));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(found).toEqual(expected);
    },
  );

  it('takes wildcards and nothing literally', async () => {
    expect((await list({ search: 'tap 1999' })).rows.map(({ name }) => name)).toEqual(['Flow 1999']);
    expect((await list({ search: 'tap _999' })).total).toBe(0);
    expect((await list({ search: '' })).total).toBe(expected.length);
  });

  it('is searched for one or two letters as beginnings of words', async () => {
    expect((await list({ search: 'Ta' })).rows.length).toBe(100);
    expect((await list({ search: 'ap' })).total).toBe(0);
    expect((await list({ search: '99' })).rows.map(({ name }) => name)).toContain('Flow 993');
    expect((await list({ search: "'" })).total).toBe(0);
  });

  it('is told to nobody outside of its workspace', async () => {
    expect(await list({}, { as: mine, of: theirs })).toEqual({ rows: [], total: 0, nextCursor: null });
    expect((await list({}, { as: theirs, of: theirs })).total).toBe(expected.length);
  });
});
