import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { errorCodes } from '@instaflow/contracts';
import { tooManyRequests } from '@instaflow/platform';

/** A limit of `points` per `seconds` and key, counted in this process. */
export class Throttle {
  readonly #limiter: RateLimiterMemory;

  constructor(limit: { points: number; seconds: number }) {
    this.#limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
  }

  /** Counts one attempt before it is made, so that parallel ones count too. Throws 429 with `Retry-After`. */
  async count(key: string): Promise<void> {
    try {
      await this.#limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw tooManyRequests(refusal.msBeforeNext, { code: errorCodes.tooManyRequests });
    }
  }

  /** Takes one attempt back: it was a good one. */
  async forgive(key: string): Promise<void> {
    await this.#limiter.reward(key);
  }

  async clear(key: string): Promise<void> {
    await this.#limiter.delete(key);
  }
}
