import type { GraphFailure, OutcomeClass } from './graph-result';

/**
 * What may be done about a failed call. `when_reachable`, `when_allowed` and `after_pause` use no attempt up;
 * `few_times` ends in a failure; `reconcile`: look whether it was carried out, never repeat it blindly.
 */
export type RetryRule =
  | 'never'
  | 'once'
  | 'few_times'
  | 'when_reachable'
  | 'when_allowed'
  | 'after_pause'
  | 'after_reconnect'
  | 'reconcile';

/** The rule of each class of outcome. */
export const retryRules: Readonly<Record<OutcomeClass, RetryRule>> = {
  throttled: 'when_allowed',
  transient: 'few_times',
  token: 'after_reconnect',
  account_blocked: 'after_pause',
  person_unavailable: 'never',
  outside_window: 'never',
  content: 'never',
  comment: 'never',
  thread_owner: 'few_times',
  config: 'never',
  consent: 'never',
  ambiguous: 'reconcile',
  not_sent: 'when_reachable',
};

/** The rule for one failure: that of its class, but for refusals whose cause may be gone at the second try. */
export const retryRuleOf = ({ outcome, retries }: Pick<GraphFailure, 'outcome' | 'retries'>): RetryRule =>
  outcome === 'content' && retries > 0 ? 'once' : retryRules[outcome];
