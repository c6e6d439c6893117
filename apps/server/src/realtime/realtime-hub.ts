import type { RealtimePointer, RealtimePresence } from '@instaflow/contracts';
import {
  comparePositions,
  formatPosition,
  parsePosition,
  realtimeRepository,
  type RealtimeChange,
  type RealtimePosition,
} from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import type { CallerDirectory } from '../http/caller-directory';
import { ChangeTail } from './change-tail';
import { FlowPointers } from './flow-pointers';
import { FlowViewing } from './flow-viewing';
import { hydrateChanges } from './hydrate-changes';
import { closeCodes, type RealtimeSocket } from './realtime-socket';

/** More missed changes than this are not replayed: the client reads everything again. */
const maxReplayed = 1_000;
const checkEveryMs = 2_000;
const pingEveryMs = 20_000;

/** All open streams of this process and the one tail they share. */
export class RealtimeHub {
  readonly #sockets = new Set<RealtimeSocket>();
  readonly #tail: ChangeTail;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #viewing: FlowViewing;
  readonly #pointers: FlowPointers;

  constructor(
    private readonly deps: Pick<Dependencies, 'engineSource' | 'log' | 'clock' | 'metrics' | 'mediaLinks'>,
    private readonly directory: CallerDirectory,
  ) {
    this.#viewing = new FlowViewing(deps, (flowIds) => this.#pointers.share(flowIds));
    this.#pointers = new FlowPointers(deps, this.#viewing);
    this.#tail = new ChangeTail(deps, (changes) => this.#publish(changes));
    const open = deps.metrics.gauge('instaflow_realtime_sockets', 'Open streams of browsers');
    this.#timers.push(
      setInterval(() => void this.#closeEnded(), checkEveryMs).unref(),
      setInterval(() => this.#pingAll(), pingEveryMs).unref(),
      setInterval(() => open.set(this.#sockets.size), checkEveryMs).unref(),
    );
  }

  /** Begins to serve a socket that has just signed in: first what it missed, then what happens. */
  async join(socket: RealtimeSocket, since: string | null): Promise<void> {
    this.#sockets.add(socket);
    const now = await this.#tail.start();
    const isComplete = since === null || (await this.#replay(socket, since, now));
    if (!isComplete) socket.send({ type: 'resync', since: formatPosition(now) });
    socket.send({ type: 'ready', since: formatPosition(now) });
    socket.goLive();
  }

  /** A signed-in window says which flow and step it looks at. */
  async look(socket: RealtimeSocket, presence: RealtimePresence): Promise<void> {
    await this.#viewing.look(socket, presence);
    this.#pointers.follow(socket);
  }

  /** A window says where its pointer stands. */
  point(socket: RealtimeSocket, pointer: RealtimePointer): void {
    this.#pointers.point(socket, pointer);
  }

  leave(socket: RealtimeSocket): void {
    void this.#viewing.leave(socket);
    this.#pointers.follow(socket);
    this.#sockets.delete(socket);
    if (this.#sockets.size === 0) this.#tail.stop();
  }

  countOf(userId: string): number {
    return [...this.#sockets].filter((socket) => socket.signedIn?.caller.userId === userId).length;
  }

  async stop(): Promise<void> {
    this.#tail.stop();
    this.#viewing.stop();
    this.#timers.forEach((timer) => clearInterval(timer));
    for (const socket of this.#sockets) socket.terminate();
    this.#sockets.clear();
    await this.#pointers.stop();
  }

  /** False when what was missed is not all there any more, or too much. */
  async #replay(socket: RealtimeSocket, since: string, now: RealtimePosition): Promise<boolean> {
    const after = parsePosition(since);
    if (after === null) return false;
    if (comparePositions(after, now) >= 0) return true;
    const { manager } = this.deps.engineSource;
    const oldest = await realtimeRepository.readOldest(manager);
    if (oldest === null || comparePositions(oldest, after) > 0) return false;
    const workspaceIds = [...(socket.signedIn?.caller.memberships.keys() ?? [])];
    const missed = await realtimeRepository.listAfter(manager, {
      after,
      until: now,
      workspaceIds,
      limit: maxReplayed + 1,
    });
    if (missed.length > maxReplayed) return false;
    const events = await hydrateChanges(manager, missed, this.deps);
    for (const event of events) if (socket.maySee(event)) socket.send(event);
    return true;
  }

  async #publish(changes: RealtimeChange[]): Promise<void> {
    const watched = new Set(
      [...this.#sockets].flatMap((socket) => [...(socket.signedIn?.caller.memberships.keys() ?? [])]),
    );
    const wanted = changes.filter((change) => watched.has(change.workspaceId));
    if (wanted.length === 0) return;
    const events = await hydrateChanges(this.deps.engineSource.manager, wanted, this.deps);
    await this.#closeEnded();
    for (const event of events) {
      const text = JSON.stringify(event);
      for (const socket of this.#sockets) socket.deliver(event, text);
    }
  }

  /** Ended sessions, expired tokens and taken rights show here within seconds; the directory is that fresh. */
  async #closeEnded(): Promise<void> {
    const now = this.deps.clock.now();
    await Promise.all([...this.#sockets].map((socket) => this.#check(socket, now)));
  }

  async #check(socket: RealtimeSocket, now: number): Promise<void> {
    const { signedIn } = socket;
    if (signedIn === null) return;
    try {
      const caller = signedIn.expiresAtMs <= now ? null : await this.directory.find(signedIn.caller);
      if (caller === null) {
        socket.signedIn = null;
        socket.close(closeCodes.signInAgain, 'the session has ended');
      } else if (socket.signedIn !== null) {
        socket.signedIn = { ...socket.signedIn, caller };
      }
    } catch (error) {
      this.deps.log.warn({ err: error }, 'Rights of a stream could not be checked.');
      socket.close(closeCodes.tryLater, 'rights cannot be checked now');
    }
  }

  #pingAll(): void {
    for (const socket of this.#sockets) {
      if (socket.isAlive) socket.ping();
      else socket.terminate();
    }
  }
}
