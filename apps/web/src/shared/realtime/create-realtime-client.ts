import type { RealtimeEvent, RealtimeHello } from '@instaflow/contracts';
import { backoffMs } from './backoff-ms';
import { parseServerMessage } from './parse-server-message';

export type RealtimeSocket = Pick<
  WebSocket,
  'send' | 'close' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'
>;

export type RealtimeClientPorts = {
  openSocket: () => RealtimeSocket;
  /** A valid access token; null when nobody is signed in. May reject when the server cannot be reached. */
  getToken: () => Promise<string | null>;
  onEvent: (event: RealtimeEvent) => void;
  /** Too much was missed: everything shown has to be read again. */
  onResync: () => void;
  onStateChange: (state: RealtimeState) => void;
  /** Runs something later; answers how to call it off. */
  delay: (ms: number, run: () => void) => () => void;
  random: () => number;
};

export type RealtimeState = 'connecting' | 'online' | 'offline';

export type RealtimeClient = { start: () => void; stop: () => void; retryNow: () => void };

/**
 * Keeps one authenticated event stream open. It reconnects with growing pauses and asks for what came after the
 * last event it saw, so nothing is missed.
 */
export function createRealtimeClient(ports: RealtimeClientPorts): RealtimeClient {
  let socket: RealtimeSocket | null = null;
  let since: string | null = null;
  let failures = 0;
  let isRunning = false;
  let cancelRetry: (() => void) | null = null;

  const scheduleRetry = () => {
    if (!isRunning) return;
    ports.onStateChange('offline');
    cancelRetry?.();
    cancelRetry = ports.delay(backoffMs(failures, ports.random()), () => void connect());
    failures += 1;
  };

  const handle = (data: unknown) => {
    const message = parseServerMessage(data);
    if (!message) return;
    if (message.type === 'error') {
      socket?.close();
      return;
    }
    if (message.type === 'ready' || message.type === 'resync') {
      if (message.type === 'resync' || since === null) since = message.since;
      failures = 0;
      ports.onStateChange('online');
      if (message.type === 'resync') ports.onResync();
      return;
    }
    since = message.id;
    ports.onEvent(message);
  };

  const connect = async () => {
    cancelRetry = null;
    if (!isRunning || socket) return;
    ports.onStateChange('connecting');
    const token = await ports.getToken().catch(() => null);
    if (!isRunning || socket) return;
    if (token === null) {
      scheduleRetry();
      return;
    }
    const opened = ports.openSocket();
    socket = opened;
    opened.onopen = () => {
      const hello: RealtimeHello = { type: 'authenticate', token, since };
      opened.send(JSON.stringify(hello));
    };
    opened.onmessage = (event) => handle(event.data);
    opened.onclose = () => {
      if (socket !== opened) return;
      socket = null;
      scheduleRetry();
    };
  };

  return {
    start: () => {
      if (isRunning) return;
      isRunning = true;
      void connect();
    },
    stop: () => {
      isRunning = false;
      cancelRetry?.();
      const closing = socket;
      socket = null;
      closing?.close();
    },
    retryNow: () => {
      if (!isRunning || socket) return;
      cancelRetry?.();
      failures = 0;
      void connect();
    },
  };
}
