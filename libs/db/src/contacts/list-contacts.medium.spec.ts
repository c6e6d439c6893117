import { v7 as newId } from 'uuid';
import { createTestDatabase, type TestDatabase } from '@instaflow/testing';
import { listConversations, type ConversationFilter } from '../conversations/list-conversations';
import { createDataSource } from '../data-source';
import { migrate } from '../migrate';
import { inWorkspaces } from '../transaction';
import type { DataSource } from 'typeorm';
import { listContacts } from './list-contacts';

let database: TestDatabase;
let app: DataSource;
let engine: DataSource;
const [mine, theirs, agent] = [newId(), newId(), newId()];
const accounts: Record<string, string> = { [mine]: newId(), [theirs]: newId() };

type Known = {
  username?: string;
  first?: string;
  last?: string;
  tags?: string[];
  preview?: string;
  status?: string;
  unread?: number;
  assigned?: boolean;
};

const meet = async (workspaceId: string, known: Known, index: number): Promise<void> => {
  const contactId = newId();
  const values = [contactId, workspaceId, accounts[workspaceId]];
  await engine.query(
    `INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id, instagram_username, first_name,
       last_name, tags) VALUES ($1, $2, $3, $1::uuid::text, $4, $5, $6, $7)`,
    [...values, known.username ?? null, known.first ?? null, known.last ?? null, known.tags ?? []],
  );
  await engine.query(
    `INSERT INTO conversation (id, contact_id, workspace_id, instagram_account_id, last_message_at,
       last_message_preview, status, unread_count, assigned_agent_id)
     VALUES ($4, $1, $2, $3, timestamptz '2026-01-01' + $5 * interval '1.000001 s', $6, $7, $8, $9)`,
    [
      ...values,
      newId(),
      index,
      known.preview ?? 'hello',
      known.status ?? 'open',
      known.unread ?? 0,
      known.assigned ? agent : null,
    ],
  );
};

const people: Known[] = [
  { username: 'anna_rossi', first: 'Anna', last: 'Rossi', tags: ['vip', 'customer'], unread: 2 },
  { username: 'ben', first: 'Ben', last: null as never, tags: ['customer'], preview: 'Where is ANNA?' },
  { username: 'carla%', first: 'Carla', last: 'Annan', status: 'pending_human', assigned: true },
  { tags: ['vip'], preview: '100% sure' },
  { username: 'joanna', first: null as never, last: 'Smith', status: 'closed', preview: 'Anna again' },
];

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  const open = (role: 'app' | 'engine') =>
    createDataSource({ url: database.url, role, poolSize: 2, onError: () => undefined }).initialize();
  [app, engine] = [await open('app'), await open('engine')];
  await engine.query(`INSERT INTO app_user (id, email, password_hash) VALUES ($1, 'a@x.y', '')`, [agent]);
  for (const workspaceId of [mine, theirs]) {
    await engine.query(`INSERT INTO workspace (id, name) VALUES ($1, 'W')`, [workspaceId]);
    await engine.query(
      `INSERT INTO instagram_account (id, workspace_id, instagram_user_id, instagram_username) VALUES ($1, $2, $1::uuid::text, 'a')`,
      [accounts[workspaceId], workspaceId],
    );
    for (const [index, known] of people.entries()) await meet(workspaceId, known, index);
  }
});
afterAll(async () => {
  await Promise.all([app.destroy(), engine.destroy()]);
  await database.drop();
});

const page = { page: 1, limit: 50 };
const nameOf = ({ instagramUsername }: { instagramUsername: string | null }) => instagramUsername ?? '?';

const contacts = async (
  filter: { search?: string; tag?: string },
  request: { page: number; limit: number; cursor?: string } = page,
) => {
  const accountId = accounts[mine] ?? '';
  const found = await inWorkspaces(app, [mine], (tx) =>
    listContacts(tx, { accountId, workspaceId: mine, ...filter, request }),
  );
  return { ...found, names: found.rows.map(nameOf) };
};

const conversations = async (
  filter: Partial<ConversationFilter>,
  request: { page: number; limit: number; cursor?: string } = page,
) => {
  const accountId = accounts[mine] ?? '';
  const found = await inWorkspaces(app, [mine], (tx) =>
    listConversations(tx, { accountId, workspaceId: mine, ...filter }, request),
  );
  return { ...found, names: found.rows.map(({ contact }) => nameOf(contact)) };
};

describe('contacts', () => {
  it('are listed newest first, with and without names', async () => {
    expect(await contacts({})).toMatchObject({
      names: ['joanna', '?', 'carla%', 'ben', 'anna_rossi'],
      total: 5,
    });
  });

  it.each([
    ['ANNA', ['joanna', 'carla%', 'anna_rossi']],
    ['anna rossi', ['anna_rossi']],
    ['smith', ['joanna']],
    ['%', ['carla%']],
    ['_', ['anna_rossi']],
    ['rossi\nanna', []],
    ['n', ['joanna', 'carla%', 'ben', 'anna_rossi']],
  ])('are found by %j in user name and name', async (search, names) => {
    expect(await contacts({ search })).toMatchObject({ names, total: names.length });
  });

  it('are found by a whole tag, also together with a search', async () => {
    expect((await contacts({ tag: 'vip' })).names).toEqual(['?', 'anna_rossi']);
    expect((await contacts({ tag: 'vi' })).names).toEqual([]);
    expect((await contacts({ tag: 'customer', search: 'ben' })).names).toEqual(['ben']);
  });

  it('are paged by cursor and by number', async () => {
    const first = await contacts({ search: 'anna' }, { page: 1, limit: 2 });
    expect(first.names).toEqual(['joanna', 'carla%']);
    const cursor = first.nextCursor ?? '';
    const second = await contacts({ search: 'anna' }, { page: 1, limit: 2, cursor });
    expect(second).toMatchObject({ names: ['anna_rossi'], total: 3, nextCursor: null });
    expect((await contacts({}, { page: 3, limit: 2 })).names).toEqual(['anna_rossi']);
  });
});

describe('conversations', () => {
  it('are listed by their last message', async () => {
    expect(await conversations({})).toMatchObject({
      names: ['joanna', '?', 'carla%', 'ben', 'anna_rossi'],
      total: 5,
    });
  });

  it.each([
    ['anna', ['joanna', 'carla%', 'ben', 'anna_rossi']],
    ['100%', ['?']],
    ['where', ['ben']],
    ['nobody', []],
  ])('are found by %j in the person and the last message, once each', async (search, names) => {
    expect(await conversations({ search })).toMatchObject({ names, total: names.length });
  });

  it.each([
    [{ tag: 'vip' }, ['?', 'anna_rossi']],
    [{ tag: 'customer', search: 'anna' }, ['ben', 'anna_rossi']],
    [{ status: 'pending_human' as const }, ['carla%']],
    [{ unread: true }, ['anna_rossi']],
    [{ unread: false, search: 'anna' }, ['joanna', 'carla%', 'ben']],
    [{ assignedTo: agent }, ['carla%']],
    [{ assignedTo: null, status: 'open' as const }, ['?', 'ben', 'anna_rossi']],
  ])('are filtered by %j', async (filter, names) => {
    expect(await conversations(filter)).toMatchObject({ names, total: names.length });
  });

  it('are paged by the microseconds of their last message', async () => {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const request = cursor === undefined ? { page: 1, limit: 1 } : { page: 1, limit: 1, cursor };
      const found = await conversations({ search: 'anna' }, request);
      names.push(...found.names);
      cursor = found.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(names).toEqual(['joanna', 'carla%', 'ben', 'anna_rossi']);
    expect((await conversations({}, { page: 2, limit: 2 })).names).toEqual(['carla%', 'ben']);
  });
});

describe('a search that finds more than is counted', () => {
  it.each([
    ['%anna%', null],
    [null, 'customer'],
    ['%n%', 'vip'],
    [null, null],
  ])('answers for %j and the tag %j as one that finds few', async (pattern, tag) => {
    const read = (cap: number) =>
      inWorkspaces(app, [mine], (tx) =>
        tx.query<unknown[]>(
          `SELECT people.ids AS people, talks.ids AS talks, talks.keys
           FROM search_contacts($1, $2, $3, $4, NULL, 1, 2, $5) AS people,
                search_conversations($1, $2, $3, $4, NULL, NULL, false, NULL, NULL, NULL, 0, 3, $5, 9) AS talks`,
          [accounts[mine], mine, pattern, tag, cap],
        ),
      );
    expect(await read(1)).toEqual(await read(100));
  });
});

describe('another workspace', () => {
  it.each([
    ['the account with its own workspace', mine, theirs],
    ['the workspace of the account', mine, mine],
  ])('finds nobody by naming %s', async (_what, account, named) => {
    const input = { accountId: accounts[account] ?? '', workspaceId: named };
    const filters = [{}, { search: 'anna' }, { tag: 'vip' }];
    for (const filter of filters) {
      const [people, talks] = await inWorkspaces(app, [theirs], async (tx) => [
        await listContacts(tx, { ...input, ...filter, request: page }),
        await listConversations(tx, { ...input, ...filter }, page),
      ]);
      expect([people.rows, people.total, talks.rows, talks.total]).toEqual([[], 0, [], 0]);
    }
  });

  it.each([
    'search_contacts($1, $2, NULL, NULL, NULL, 0, 9, 9)',
    'search_conversations($1, $2, NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, 0, 9, 9, 9)',
  ])('gets no ids out of %s', async (call) => {
    const read = (workspaceIds: string[]) =>
      inWorkspaces(app, workspaceIds, (tx) =>
        tx.query<{ ids: string[]; total: number }[]>(`SELECT ids, total FROM ${call}`, [
          accounts[mine],
          mine,
        ]),
      );
    expect(await read([theirs])).toEqual([{ ids: [], total: 0 }]);
    expect(await read([])).toEqual([{ ids: [], total: 0 }]);
    expect((await read([mine]))[0]?.ids).toHaveLength(5);
    expect(await app.query(`SELECT ids FROM ${call}`, [accounts[mine], mine])).toEqual([{ ids: [] }]);
  });
});
