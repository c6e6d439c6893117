import { Throttle } from './throttle';

/** Limits of the doors nobody has to be signed in for. Generous per address: offices share one. */
export class LoginThrottles {
  /** Failed attempts per account. */
  readonly account = new Throttle({ points: 10, seconds: 15 * 60 });
  /** Failed attempts per address, over all accounts. */
  readonly address = new Throttle({ points: 100, seconds: 15 * 60 });
  readonly registration = new Throttle({ points: 600, seconds: 60 * 60 });
  readonly refresh = new Throttle({ points: 1_200, seconds: 60 });
}
