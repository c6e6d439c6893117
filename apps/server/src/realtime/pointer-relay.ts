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
 * never has one. Without a connection, or behind a pooler in transaction mode, pointers of other processes are not seen.
 */
export class PointerRelay {
  readonly #from = randomUUID();
  readonly #waiting = new Map<string, FlowPointer>();
  #sharedFlowIds: ReadonlySet<string> = new Set();
  #line: Whispers | null = null;
  #opening: Promise<void> | null = null;
  #retryAt = 0;
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
    if (flowIds.size === 0) return void this.#close();
    if (this.#line !== null || this.#opening !== null || this.deps.clock.now() < this.#retryAt) return;
    this.#opening = this.#open().finally(() => (this.#opening = null));
  }

  /** Tells other processes within 100 ms, if any of them wants to know. */
  offer(pointer: FlowPointer): void {
    if (this.#line === null || !this.#sharedFlowIds.has(pointer.flowId)) return;
    this.#waiting.set(`${pointer.flowId} ${pointer.userId}`, pointer);
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
    this.#retryAt = this.deps.clock.now() + retryAfterMs;
    this.deps.log.warn('The connection for pointers of other processes is lost; trying again.');
  }

  async #close(): Promise<void> {
    const line = this.#line;
    this.#line = null;
    this.#waiting.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await line?.close();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#flush(), tellEveryMs).unref();
  }

  async #flush(): Promise<void> {
    const due = [...this.#waiting].slice(0, maxPointers);
    for (const [key] of due) this.#waiting.delete(key);
    try {
      const pointers = due.map(([, pointer]) => pointer);
      await this.#line?.tell(JSON.stringify({ from: this.#from, pointers }));
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
    told.pointers.forEach((pointer) => this.onPointer(pointer));
  }
}

/** Null for what this program does not understand: a newer one beside it may say more. */
function parseWhisper(text: string): z.infer<typeof whisper> | null {
  try {
    return whisper.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
