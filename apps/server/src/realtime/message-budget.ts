import type { Clock } from '@instaflow/platform';

const windowMs = 10_000;

/**
 * Messages in ten seconds. Pointers have a budget of their own, so that ten a second leave no room for floods of the
 * rest: what is above is let fall, and only what no pointer could be ends the stream.
 */
const limits = {
  message: { served: 30, borne: 30 },
  pointer: { served: 120, borne: 1_000 },
} as const;

export type MessageVerdict = 'serve' | 'drop' | 'close';

/** How much a client may say. */
export class MessageBudget {
  #windowStart = 0;
  #counts = { message: 0, pointer: 0 };

  constructor(private readonly clock: Clock) {}

  /** What becomes of a message that has just come. */
  take(kind: keyof typeof limits): MessageVerdict {
    const now = this.clock.now();
    if (now - this.#windowStart >= windowMs) {
      this.#windowStart = now;
      this.#counts = { message: 0, pointer: 0 };
    }
    this.#counts[kind] += 1;
    const { served, borne } = limits[kind];
    if (this.#counts[kind] <= served) return 'serve';
    return this.#counts[kind] <= borne ? 'drop' : 'close';
  }
}
