import type { Logger } from '@instaflow/platform';

type Step = { name: string; run: () => Promise<unknown> };

/** All steps together; a program that takes more than ten seconds is killed by whoever waits for it. */
const budgetMs = 7_000;
/** What a step still gets when others have used everything up. */
const leastMs = 300;

/** What has to be undone when the program ends, in reverse order of starting. */
export class Shutdown {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  constructor(private readonly log: Logger) {}

  /** Registers the end of something that was just started. */
  add(name: string, run: () => Promise<unknown>): void {
    this.#steps.unshift({ name, run });
  }

  /** Ends everything, once. A step that fails or hangs does not keep the others from ending. */
  run(): Promise<void> {
    this.#running ??= this.#runSteps();
    return this.#running;
  }

  async #runSteps(): Promise<void> {
    const endAt = Date.now() + budgetMs;
    for (const step of this.#steps) {
      const startedAt = Date.now();
      await this.#runStep(step, Math.max(endAt - startedAt, leastMs));
      this.log.debug({ part: step.name, tookMs: Date.now() - startedAt }, 'A part of the program has ended.');
    }
  }

  async #runStep({ name, run }: Step, patienceMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.log.warn({ part: name, patienceMs }, 'A part of the program does not end; it is left.');
        resolve();
      }, patienceMs);
    });
    await Promise.race([this.#endCleanly({ name, run }), patience]);
    clearTimeout(timer);
  }

  async #endCleanly({ name, run }: Step): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.log.warn({ err: error, part: name }, 'A part of the program did not end cleanly.');
    }
  }
}
