import type { Clock } from '@instaflow/platform';

const windowMs = 10_000;
const maxMessages = 30;

/** How much a client may say: thirty messages in ten seconds. */
export class MessageBudget {
  #windowStart = 0;
  #count = 0;

  constructor(private readonly clock: Clock) {}

  /** False when the client has said too much. */
  take(): boolean {
    const now = this.clock.now();
    if (now - this.#windowStart >= windowMs) {
      this.#windowStart = now;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count <= maxMessages;
  }
}
