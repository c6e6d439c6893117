import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { realtimeServerMessage, type RealtimeServerMessage } from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import type { TestUser } from './scenario';
import type { TestApp } from './start-test-app';

/** Opens the stream of a user and answers what it receives, once it is ready; all are closed after the last test. */
export function useStreams(
  test: () => TestApp,
): (user: Pick<TestUser, 'token'>) => Promise<RealtimeServerMessage[]> {
  const sockets: WebSocket[] = [];
  afterAll(() => sockets.forEach((socket) => socket.terminate()));
  return async ({ token }) => {
    const { port } = test().app.getHttpServer().address() as AddressInfo;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/realtime`);
    sockets.push(socket);
    const received: RealtimeServerMessage[] = [];
    socket.on('message', (data: Buffer) => {
      received.push(realtimeServerMessage.parse(JSON.parse(data.toString())));
    });
    socket.on('open', () => socket.send(JSON.stringify({ type: 'authenticate', token })));
    await waitFor(() => received.some(({ type }) => type === 'ready'), { what: 'ready' });
    return received;
  };
}
