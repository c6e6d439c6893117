import { createServer, type IncomingHttpHeaders } from 'node:http';

export type Received = { body: Buffer; text: string; headers: IncomingHttpHeaders; at: number };

export type Receiver = {
  url: string;
  received: Received[];
  /** Status of the next answers; after the list is used up: 200. */
  statuses: number[];
  /** Holds answers back until it is released. */
  hold(): () => void;
  close(): Promise<void>;
};

/** A program under test, as far as Instagram sees it: answers the handshake and takes webhooks. */
export async function startReceiver(verifyToken: string): Promise<Receiver> {
  const received: Received[] = [];
  const statuses: number[] = [];
  let gate: Promise<void> | null = null;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://receiver');
    if (request.method === 'GET') {
      const isMine = url.searchParams.get('hub.verify_token') === verifyToken;
      response.writeHead(isMine ? 200 : 403, { 'content-type': 'text/plain' });
      response.end(isMine ? url.searchParams.get('hub.challenge') : '');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      received.push({ body, text: body.toString('utf8'), headers: request.headers, at: Date.now() });
      void (gate ?? Promise.resolve()).then(() => response.writeHead(statuses.shift() ?? 200).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port ?? 0}/webhooks`,
    received,
    statuses,
    hold() {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => {
        release = () => {
          gate = null;
          resolve();
        };
      });
      return () => release();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
