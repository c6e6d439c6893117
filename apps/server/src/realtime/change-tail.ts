import { realtimeRepository, type RealtimeChange, type RealtimePosition } from '@instaflow/db';
import type { Dependencies } from '../dependencies';

const everyMs = 100;
const afterFailureMs = 1_000;
const batchSize = 500;

/** Reads the stream of changes every 100 ms while it is started, and hands on what is new, in order. */
export class ChangeTail {
  #position: RealtimePosition | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isStarted = false;
  /** Counts the stops, so that a read that outlives one changes nothing. */
  #epoch = 0;
  #starting: Promise<RealtimePosition> | undefined;

  constructor(
    private readonly deps: Pick<Dependencies, 'engineSource' | 'log'>,
    private readonly onChanges: (changes: RealtimeChange[]) => Promise<void>,
  ) {}

  /** Where the tail stands now; begins to read if it was stopped. What commits from now on will be handed on. */
  async start(): Promise<RealtimePosition> {
    if (this.#isStarted && this.#position !== null) return this.#position;
    this.#starting ??= this.#begin();
    try {
      return await this.#starting;
    } finally {
      this.#starting = undefined;
    }
  }

  stop(): void {
    this.#epoch += 1;
    this.#isStarted = false;
    this.#position = null;
    clearTimeout(this.#timer);
  }

  async #begin(): Promise<RealtimePosition> {
    const head = await realtimeRepository.readHead(this.deps.engineSource.manager);
    this.#position = head;
    this.#isStarted = true;
    this.#schedule(everyMs);
    return head;
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStarted) return;
    const epoch = this.#epoch;
    this.#timer = setTimeout(() => void this.#read(epoch), delayMs);
    this.#timer.unref();
  }

  async #read(epoch: number): Promise<void> {
    const after = this.#position;
    if (after === null) return;
    let delayMs = everyMs;
    try {
      const { manager } = this.deps.engineSource;
      const changes = await realtimeRepository.listAfter(manager, { after, limit: batchSize });
      if (epoch !== this.#epoch) return;
      const last = changes.at(-1);
      if (last !== undefined) {
        // Before handing on: who joins meanwhile replays up to here and so misses nothing.
        this.#position = { xid: last.xid, id: last.id };
        await this.onChanges(changes);
      }
      if (changes.length === batchSize) delayMs = 0;
    } catch (error) {
      this.deps.log.warn({ err: error }, 'The stream of changes cannot be read; trying again.');
      if (epoch === this.#epoch) this.#position = after;
      delayMs = afterFailureMs;
    }
    if (epoch === this.#epoch) this.#schedule(delayMs);
  }
}
