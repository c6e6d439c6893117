import type { DataSource } from '@instaflow/db';
import { Throttle } from '../http/throttle';

/** Limits of the doors nobody has to be signed in for. Generous per address: offices share one. */
export class LoginThrottles {
  /** Failed attempts per account. */
  readonly account: Throttle;
  /** Failed attempts per address, over all accounts. */
  readonly address: Throttle;
  readonly registration: Throttle;
  readonly refresh: Throttle;

  /** `source` must speak as the role `engine`. */
  constructor(source: DataSource) {
    this.account = new Throttle(source, { name: 'account', points: 10, seconds: 15 * 60 });
    this.address = new Throttle(source, { name: 'address', points: 100, seconds: 15 * 60 });
    this.registration = new Throttle(source, { name: 'registration', points: 600, seconds: 60 * 60 });
    this.refresh = new Throttle(source, { name: 'refresh', points: 1_200, seconds: 60 });
  }
}
