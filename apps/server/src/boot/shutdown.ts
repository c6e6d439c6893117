import type { Logger } from '@instaflow/platform';

type Step = { name: string; run: () => Promise<unknown> };

/** What has to be undone when the program ends, in reverse order of starting. */
export class Shutdown {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  constructor(private readonly log: Logger) {}

  /** Registers the end of something that was just started. */
  add(name: string, run: () => Promise<unknown>): void {
    this.#steps.unshift({ name, run });
  }

  /** Ends everything, once. A step that fails does not keep the others from ending. */
  run(): Promise<void> {
    this.#running ??= this.#runSteps();
    return this.#running;
  }

  async #runSteps(): Promise<void> {
    for (const { name, run } of this.#steps) {
      try {
        await run();
      } catch (error) {
        this.log.warn({ err: error, part: name }, 'A part of the program did not end cleanly.');
      }
    }
  }
}
