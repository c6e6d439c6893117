import type { JsonObject } from '../json/json-value';

/**
 * What a failed call means for whoever made it. `not_sent`: nothing left this machine. `ambiguous`: it may have
 * been carried out. All others are definite refusals by Instagram.
 */
export type OutcomeClass =
  | 'throttled'
  | 'transient'
  | 'token'
  | 'account_blocked'
  | 'person_unavailable'
  | 'outside_window'
  | 'content'
  | 'comment'
  | 'thread_owner'
  | 'config'
  | 'consent'
  | 'ambiguous'
  | 'not_sent';

/** Whom a throttle is about. */
export type ThrottleScope = 'account' | 'app' | 'person';

/** Percent of the allowance used, the highest of what the headers say; `regainAccessMs` is 0 when not blocked. */
export type GraphUsage = { percent: number; regainAccessMs: number };

export type GraphFailure = {
  ok: false;
  outcome: OutcomeClass;
  /** Snake case, stable, shown to people beside `sentence`. */
  code: string;
  /** For the owner of the account: what happened and what to do. Holds no secrets. */
  sentence: string;
  scope: ThrottleScope;
  /** Instagram's own word on when to come back. */
  retryAfterMs: number | null;
  /** How often a definite refusal may still be tried again (a media file that could not be fetched, once). */
  retries: number;
  graphCode: number | null;
  graphSubcode: number | null;
  traceId: string | null;
  httpStatus: number | null;
  usage: GraphUsage;
};

export type GraphResult<Data> = ({ ok: true; usage: GraphUsage } & Data) | GraphFailure;

/** Reads a JSON answer; null when it is not what the call promises. */
export type ReadAnswer<Data> = (answer: JsonObject) => Data | null;
