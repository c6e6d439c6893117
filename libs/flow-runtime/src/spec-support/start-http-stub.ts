import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutboundClient, type OutboundClient } from '@instaflow/platform';

export type StubRequest = { method: string; path: string; key: string; body: string };
type Answer = (request: StubRequest, response: ServerResponse) => void;

/** Another program on this machine that answers as it is told, and a client that may reach it and nothing else here. */
export const startHttpStub = async () => {
  const requests: StubRequest[] = [];
  let answer: Answer = (_request, response) => response.end('{}');
  const take = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = await incoming.toArray();
    const { method = '', url = '', headers } = incoming;
    const key = String(headers['idempotency-key']);
    const request = { method, path: url, key, body: Buffer.concat(chunks).toString() };
    requests.push(request);
    answer(request, response);
  };
  const server = createServer((incoming, response) => void take(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const http: OutboundClient = createOutboundClient({
    allowAddress: (target) => target.address === '127.0.0.1' && target.port === port,
  });
  return {
    url: `http://127.0.0.1:${port}`,
    http,
    requests,
    answerWith: (next: Answer): void => {
      requests.length = 0;
      answer = next;
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
