import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type GraphStub = {
  url: string;
  /** Requests in order. */
  requests: { method: string; path: string; body: string }[];
  /** Tokens Graph does not take. */
  badTokens: Set<string>;
  /** Answers every request with this status instead. */
  failWith: number | null;
  close(): Promise<void>;
};

const ok = (body: object) => ({ status: 200, body });

/** A stub of Graph: token `token-<id>` belongs to the account `<id>`; every message is accepted. */
export async function startGraphStub(): Promise<GraphStub> {
  let count = 0;
  const answer = (request: IncomingMessage): { status: number; body: object } => {
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
    if (path.endsWith('/subscribed_apps')) return ok({ success: true });
    if (path.endsWith('/messages')) {
      count += 1;
      return ok({ recipient_id: '1', message_id: `mid.${count}` });
    }
    return ok({ name: 'Anna Muster', username: 'anna', profile_pic: null });
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      stub.requests.push({ method: request.method ?? '', path: request.url ?? '', body });
      const { status, body: content } = answer(request);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stub: GraphStub = {
    url: `http://127.0.0.1:${port}`,
    requests: [],
    badTokens: new Set(),
    failWith: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return stub;
}
