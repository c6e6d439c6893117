import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from '@instaflow/db';
import { sha256Hex, tooManyRequests } from '@instaflow/platform';

type Limit = {
  /** Tells the keys of this limit from those of others. */
  name: string;
  points: number;
  seconds: number;
};

/** A limit of `points` per `seconds` and key, counted in the database: one for all processes. */
export class Throttle {
  readonly #limiter: RateLimiterPostgres;

  /** `source` must speak as the role `engine`. */
  constructor(source: DataSource, limit: Limit) {
    this.#limiter = new RateLimiterPostgres({
      storeClient: source,
      storeType: 'typeorm',
      tableName: 'login_throttle',
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.seconds,
    });
  }

  /** Counts one attempt before it is made, so that parallel ones count too. Throws 429 with `Retry-After`. */
  async count(key: string): Promise<void> {
    try {
      await this.#limiter.consume(sha256Hex(key));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw tooManyRequests(refusal.msBeforeNext);
    }
  }

  /** Takes one attempt back: it was a good one. */
  async forgive(key: string): Promise<void> {
    await this.#limiter.reward(sha256Hex(key));
  }

  async clear(key: string): Promise<void> {
    await this.#limiter.delete(sha256Hex(key));
  }
}
