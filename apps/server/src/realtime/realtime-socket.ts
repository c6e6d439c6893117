import type { WebSocket } from 'ws';
import { endpoints, type RealtimeEvent, type RealtimeServerMessage } from '@instaflow/contracts';
import type { Caller } from '../http/call';
import { mayCall } from '../http/may-call';

/** Close codes of our own, beside those of the protocol. */
export const closeCodes = { policy: 1008, tryLater: 1013, signInAgain: 4401 } as const;

/** A client that reads slower than this falls behind is cut off; it comes back with `since`. */
const maxBufferedBytes = 1_048_576;
const maxHeldEvents = 2_000;
/** A client that is behind by this much is told nothing that is stale by the time it reads it. */
const maxIdleBytes = 16_384;

export type SignedIn = { caller: Caller; expiresAtMs: number };

/** One open stream: who reads it, and what waits while the past is being replayed. */
export class RealtimeSocket {
  signedIn: SignedIn | null = null;
  isAlive = true;
  #held: { event: RealtimeEvent; text: string }[] | null = [];

  constructor(private readonly socket: WebSocket) {}

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Sends an event this socket may see (of its workspaces, and told to nobody else); holds it back while the past is being replayed. */
  deliver(event: RealtimeEvent, text: string): void {
    if (!this.maySee(event)) return;
    if (this.#held === null) {
      this.#write(text);
    } else if (this.#held.push({ event, text }) > maxHeldEvents) {
      this.close(closeCodes.tryLater, 'too much happened while the past was sent');
    }
  }

  /** Whether an event is for this reader: of a workspace of theirs, and not what only another member or role is told. */
  maySee(event: RealtimeEvent): boolean {
    const role = this.signedIn?.caller.memberships.get(event.workspaceId);
    if (!this.signedIn || role === undefined) return false;
    if (event.type === 'flow_comment.updated') return mayCall(endpoints.listFlowComments, role);
    return event.type !== 'notification.created' || event.data.userId === this.signedIn.caller.userId;
  }

  send(message: RealtimeServerMessage): void {
    this.#write(JSON.stringify(message));
  }

  /** Sends what only holds for a moment, or drops it when the client is behind; it is never queued behind the rest. */
  sendIfIdle(text: string): void {
    if (this.socket.bufferedAmount <= maxIdleBytes) this.#write(text);
  }

  /** The past is sent: what was held back follows, then everything as it happens. */
  goLive(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const { text } of held) this.#write(text);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  terminate(): void {
    this.socket.terminate();
  }

  ping(): void {
    this.isAlive = false;
    this.socket.ping();
  }

  #write(text: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > maxBufferedBytes) {
      this.socket.terminate();
      return;
    }
    this.socket.send(text);
  }
}
