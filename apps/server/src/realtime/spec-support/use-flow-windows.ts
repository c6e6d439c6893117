import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WebSocket } from 'ws';
import {
  realtimeServerMessage,
  type FlowPointer,
  type FlowPresence,
  type RealtimePresence,
} from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import type { TestUser } from '../../spec-support/scenario';

/** A browser window of somebody, and what it was told about people who look at flows. */
export type FlowWindow = {
  socket: WebSocket;
  told: FlowPresence[];
  pointers: FlowPointer[];
  isReady: boolean;
  closeCode: number | null;
};

export const connectTo = (app: NestFastifyApplication): WebSocket => {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return new WebSocket(`ws://127.0.0.1:${port}/api/v1/realtime`);
};

/** Opens windows that are signed in; all are closed after each test. */
export function useFlowWindows(
  app: () => NestFastifyApplication,
): (user: Pick<TestUser, 'token'>, other?: NestFastifyApplication) => Promise<FlowWindow> {
  const open: WebSocket[] = [];
  afterEach(() => open.splice(0).forEach((socket) => socket.terminate()));
  return async ({ token }, other) => {
    const socket = connectTo(other ?? app());
    const window: FlowWindow = { socket, told: [], pointers: [], isReady: false, closeCode: null };
    open.push(socket);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'authenticate', token, since: null })));
    socket.on('message', (data: Buffer) => {
      const message = realtimeServerMessage.parse(JSON.parse(data.toString()));
      if (message.type === 'flow.presence') window.told.push(message);
      if (message.type === 'flow.pointer') window.pointers.push(message);
      if (message.type === 'ready') window.isReady = true;
    });
    socket.on('close', (code) => (window.closeCode = code));
    socket.on('error', () => undefined);
    await waitFor(() => window.isReady, { what: 'ready' });
    return window;
  };
}

/** Says where a window looks. */
export const look = (
  { socket }: Pick<FlowWindow, 'socket'>,
  flowId: string | null,
  nodeId: string | null = null,
): void => {
  const message: RealtimePresence = { type: 'flow.presence', flowId, nodeId };
  socket.send(JSON.stringify(message));
};
