import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { flowPointer, type FlowPointer } from '@instaflow/contracts';
import { openWhispers, type Whispers } from '@instaflow/db';
import type { Dependencies } from '../dependencies';

const channel = 'instaflow_flow_pointer';
const tellEveryMs = 100;
const retryAfterMs = 5_000;
/** PostgreSQL takes less than 8,000 bytes at a time; a pointer has at most 190. */
const maxPointers = 40;

const whisper = z.strictObject({ from: z.uuid(), pointers: z.array(flowPointer).max(maxPointers) });

/**
 * Carries pointers between processes with NOTIFY of PostgreSQL, which stores nothing. Everything is bounded: a process
 * tells at most ten times a second, of each person only where their pointer stands by then, and drops what it cannot
 * tell. It holds a connection only while people look at one flow in windows of several processes, so a single process
 * never has one. Without a connection, or behind a pooler in transaction mode, pointers of other processes are not seen,
 * and those seen before are gone.
 */
export class PointerRelay {
  readonly #from = randomUUID();
  readonly #waiting = new Map<string, FlowPointer>();
  /** Pointers of other processes that people here see. */
  readonly #seen = new Map<string, FlowPointer>();
  #sharedFlowIds: ReadonlySet<string> = new Set();
  #line: Whispers | null = null;
  #opening: Promise<void> | null = null;
  #retryAt = 0;
  /** Ends when what is being told is told. */
  #telling = Promise.resolve();
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly deps: Pick<Dependencies, 'engineSource' | 'log' | 'clock'>,
    private readonly onPointer: (pointer: FlowPointer) => void,
  ) {}

  /** Which flows windows of other processes look at, too; told every second, so a lost connection is opened again. */
  share(flowIds: ReadonlySet<string>): void {
    if (this.#isStopped) return;
    this.#sharedFlowIds = flowIds;
    this.#forget((pointer) => !flowIds.has(pointer.flowId));
    if (flowIds.size === 0) return void this.#leave();
    if (this.#line !== null || this.#opening !== null || this.deps.clock.now() < this.#retryAt) return;
    this.#opening = this.#open().finally(() => (this.#opening = null));
  }

  /** Tells other processes within 100 ms, if any of them wants to know. */
  offer(pointer: FlowPointer): void {
    if (this.#line === null || !this.#sharedFlowIds.has(pointer.flowId)) return;
    this.#waiting.set(keyOf(pointer), pointer);
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#sharedFlowIds = new Set();
    await this.#opening;
    await this.#close();
  }

  async #open(): Promise<void> {
    try {
      const line = await openWhispers(this.deps.engineSource, {
        channel,
        onText: (text) => this.#hear(text),
        onLost: () => this.#lose(),
      });
      this.#line = line;
      // Nobody may be there any more by now.
      if (this.#sharedFlowIds.size === 0) await this.#close();
    } catch (error) {
      this.#retryAt = this.deps.clock.now() + retryAfterMs;
      this.deps.log.warn({ err: error }, 'Pointers of other processes cannot be heard; trying again.');
    }
  }

  #lose(): void {
    this.#line = null;
    this.#waiting.clear();
    this.#forget();
    this.#retryAt = this.deps.clock.now() + retryAfterMs;
    this.deps.log.warn('The connection for pointers of other processes is lost; trying again.');
  }

  /** What waits is told before: that somebody's pointer is gone may be among it. */
  async #leave(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flush();
    // Somebody may have come by now.
    if (this.#sharedFlowIds.size === 0) await this.#close();
  }

  async #close(): Promise<void> {
    const line = this.#line;
    this.#line = null;
    this.#waiting.clear();
    this.#forget();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await line?.close();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#flush(), tellEveryMs).unref();
  }

  #flush(): Promise<void> {
    this.#telling = this.#telling.then(() => this.#tellWaiting());
    return this.#telling;
  }

  async #tellWaiting(): Promise<void> {
    const pointers = [...this.#waiting.values()].slice(0, maxPointers);
    for (const pointer of pointers) this.#waiting.delete(keyOf(pointer));
    try {
      if (pointers.length > 0) await this.#line?.tell(JSON.stringify({ from: this.#from, pointers }));
    } catch (error) {
      this.deps.log.warn({ err: error }, 'Pointers could not be told to other processes; trying again.');
      // A connection that does not answer in time may never again.
      this.#retryAt = this.deps.clock.now() + retryAfterMs;
      await this.#close();
    }
    // Only now: while the database is slow nothing more is told, and each person's newest position takes the older's place.
    this.#timer = undefined;
    if (this.#waiting.size > 0) this.#schedule();
  }

  #hear(text: string): void {
    const told = parseWhisper(text);
    if (told === null || told.from === this.#from) return;
    for (const pointer of told.pointers) {
      if (pointer.position === null) this.#seen.delete(keyOf(pointer));
      else this.#seen.set(keyOf(pointer), pointer);
      this.onPointer(pointer);
    }
  }

  /** Takes pointers away that nothing more will be heard of. */
  #forget(which: (pointer: FlowPointer) => boolean = () => true): void {
    for (const pointer of [...this.#seen.values()].filter(which)) {
      this.#seen.delete(keyOf(pointer));
      this.onPointer({ ...pointer, position: null });
    }
  }
}

const keyOf = ({ flowId, userId }: FlowPointer): string => `${flowId} ${userId}`;

/** Null for what this program does not understand: a newer one beside it may say more. */
function parseWhisper(text: string): z.infer<typeof whisper> | null {
  try {
    return whisper.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
