import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type GraphStub = {
  url: string;
  /** Requests in order. */
  requests: StubRequest[];
  /** Tokens Graph does not take. */
  badTokens: Set<string>;
  /** Messages with one of these texts are refused for their content. */
  refusedTexts: Set<string>;
  /** Posts of every account, newest first, as Graph shows them. */
  posts: object[];
  /** Answers every request with this status instead. */
  failWith: number | null;
  close(): Promise<void>;
};

export type StubAnswer = { status: number; body: object };
export type StubRequest = { method: string; path: string; body: string };

const contentRefused: StubAnswer = {
  status: 400,
  body: { error: { message: 'Not allowed', code: 100, error_subcode: 2_534_015 } },
};
const ok = (body: object): StubAnswer => ({ status: 200, body });

/**
 * A stub of Graph: token `token-<id>` belongs to the account `<id>`; every message is accepted. What `answerFirst`
 * answers is not asked of Graph.
 */
export async function startGraphStub(
  answerFirst: (request: StubRequest) => StubAnswer | null = () => null,
): Promise<GraphStub> {
  let count = 0;
  const answer = (request: IncomingMessage, sent: string): StubAnswer => {
    const { pathname } = new URL(request.url ?? '/', 'http://graph');
    const path = pathname.replace(/^\/v\d+\.\d+/, '');
    const token = String(request.headers.authorization ?? '').replace(/^Bearer /, '');
    if (stub.failWith !== null)
      return { status: stub.failWith, body: { error: { message: 'down', code: 2 } } };
    if (stub.badTokens.has(token)) {
      return {
        status: 401,
        body: { error: { message: 'Invalid token', code: 190, type: 'OAuthException' } },
      };
    }
    const id = token.replace(/^token-/, '');
    if (path === '/me') return ok({ id: `9${id}`, user_id: id, username: `shop_${id}`, name: 'Shop' });
    if (path.endsWith('/messenger_profile')) return ok({ success: true });
    if (path.endsWith('/media')) return ok({ data: stub.posts });
    if (path.endsWith('/subscribed_apps')) return ok({ success: true });
    if (path.endsWith('/messages')) {
      if ([...stub.refusedTexts].some((text) => sent.includes(text))) return contentRefused;
      count += 1;
      return ok({ recipient_id: '1', message_id: `mid.${count}` });
    }
    return ok({ name: 'Anna Muster', username: 'anna', profile_pic: null });
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const asked = { method: request.method ?? '', path: request.url ?? '', body };
      stub.requests.push(asked);
      const isUp = stub.failWith === null;
      const { status, body: content } = (isUp ? answerFirst(asked) : null) ?? answer(request, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stub: GraphStub = {
    url: `http://127.0.0.1:${port}`,
    requests: [],
    badTokens: new Set(),
    refusedTexts: new Set(),
    posts: [],
    failWith: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return stub;
}
