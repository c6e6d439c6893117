import { startGraphStub, type GraphStub, type StubAnswer, type StubRequest } from './graph-stub';

type Account = {
  userId: string;
  username: string;
  accessToken: string;
  persons: { igsid: string }[];
  posts: object[];
};

/** Graph with the part of the simulator's control API that the server uses. It keeps accounts, persons and a post. */
export function startSimulatorStub(): Promise<GraphStub> {
  const accounts: Account[] = [];
  return startGraphStub((request) => answerControl(accounts, request));
}

function answerControl(accounts: Account[], { method, path, body }: StubRequest): StubAnswer | null {
  const [, area, kind, accountId, edge] = path.split('/');
  if (area !== '_control') return null;
  const fields = body === '' ? {} : (JSON.parse(body) as Record<string, string>);
  if (kind === 'accounts' && accountId === undefined) {
    return method === 'GET' ? { status: 200, body: { accounts } } : createAccount(accounts, fields);
  }
  const account = accounts.find(({ userId }) => userId === accountId);
  if (account === undefined) return { status: kind === 'accounts' ? 404 : 200, body: {} };
  return edge === 'persons' ? answerPersons(account, method) : answerPosts(account, { method, fields });
}

function answerPersons(account: Account, method: string): StubAnswer {
  if (method === 'GET') return { status: 200, body: { persons: account.persons } };
  const person = { igsid: `${account.userId}${account.persons.length}` };
  account.persons.push(person);
  return { status: 201, body: person };
}

function answerPosts(account: Account, asked: { method: string; fields: object }): StubAnswer {
  if (asked.method === 'POST') account.posts.push(asked.fields);
  return { status: 200, body: { posts: account.posts } };
}

function createAccount(accounts: Account[], fields: Record<string, string>): StubAnswer {
  const userId = fields['userId'] ?? String(17_841_490_000_000_000n + BigInt(accounts.length));
  const username = fields['username'] ?? `shop.${accounts.length}`;
  if (accounts.some((known) => known.username === username || known.userId === userId)) {
    return { status: 409, body: { error: 'taken' } };
  }
  const accessToken = fields['accessToken'] ?? `token-${userId}`;
  const account = { userId, username, accessToken, persons: [], posts: [] };
  accounts.push(account);
  return { status: 201, body: account };
}
