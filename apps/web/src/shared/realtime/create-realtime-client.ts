import type {
  FlowPointer,
  FlowPresence,
  RealtimeEvent,
  RealtimeHello,
  RealtimePointer,
  RealtimePresence,
  RealtimeServerMessage,
} from '@instaflow/contracts';
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
  /** Who looks at a flow now. */
  onPresence: (presence: FlowPresence) => void;
  /** Where the pointer of somebody else stands now. */
  onPointer: (pointer: FlowPointer) => void;
  /** Too much was missed: everything shown has to be read again. */
  onResync: () => void;
  onStateChange: (state: RealtimeState) => void;
  /** Runs something later; answers how to call it off. */
  delay: (ms: number, run: () => void) => () => void;
  random: () => number;
};

export type RealtimeState = 'connecting' | 'online' | 'offline';

/**
 * Keeps one authenticated event stream open. It reconnects with growing pauses and asks for what came after the
 * last event it saw, so nothing is missed.
 */
export const createRealtimeClient = (ports: RealtimeClientPorts): RealtimeClient => new RealtimeClient(ports);

class RealtimeClient {
  private socket: RealtimeSocket | null = null;
  private since: string | null = null;
  private isOnline = false;
  private failures = 0;
  private isRunning = false;
  private cancelRetry: (() => void) | null = null;

  constructor(private readonly ports: RealtimeClientPorts) {}

  readonly start = (): void => {
    if (this.isRunning) return;
    this.isRunning = true;
    void this.connect();
  };

  readonly stop = (): void => {
    this.isRunning = false;
    this.cancelRetry?.();
    const closing = this.socket;
    this.socket = null;
    this.isOnline = false;
    closing?.close();
  };

  /** Does not wait for the next attempt: the network is back, say. */
  readonly retryNow = (): void => {
    if (!this.isRunning || this.socket) return;
    this.cancelRetry?.();
    this.failures = 0;
    void this.connect();
  };

  /** Says something to the server; nothing while the stream is not open, since what is said holds for the moment only. */
  readonly send = (message: RealtimePresence | RealtimePointer): void => {
    if (this.isOnline) this.socket?.send(JSON.stringify(message));
  };

  private async connect(): Promise<void> {
    this.cancelRetry = null;
    if (!this.isRunning || this.socket) return;
    this.ports.onStateChange('connecting');
    const token = await this.ports.getToken().catch(() => null);
    if (!this.isRunning || this.socket) return;
    if (token === null) this.scheduleRetry();
    else this.open(token);
  }

  private open(token: string): void {
    const socket = this.ports.openSocket();
    this.socket = socket;
    socket.onopen = () => {
      const hello: RealtimeHello = { type: 'authenticate', token, since: this.since };
      socket.send(JSON.stringify(hello));
    };
    socket.onmessage = (event) => {
      const message = parseServerMessage(event.data);
      if (message) this.handle(message);
    };
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.isOnline = false;
      this.scheduleRetry();
    };
  }

  private handle(message: RealtimeServerMessage): void {
    switch (message.type) {
      case 'error':
        this.socket?.close();
        return;
      case 'resync':
        this.since = message.since;
        this.goOnline();
        this.ports.onResync();
        return;
      case 'ready':
        // What was replayed before it may already be newer than what it names.
        this.since ??= message.since;
        this.goOnline();
        return;
      case 'flow.presence':
        this.ports.onPresence(message);
        return;
      case 'flow.pointer':
        this.ports.onPointer(message);
        return;
      default:
        this.since = message.id;
        this.ports.onEvent(message);
    }
  }

  private goOnline(): void {
    this.failures = 0;
    this.isOnline = true;
    this.ports.onStateChange('online');
  }

  private scheduleRetry(): void {
    if (!this.isRunning) return;
    this.ports.onStateChange('offline');
    this.cancelRetry?.();
    const waitMs = backoffMs(this.failures, this.ports.random());
    this.cancelRetry = this.ports.delay(waitMs, () => void this.connect());
    this.failures += 1;
  }
}

export type { RealtimeClient };
