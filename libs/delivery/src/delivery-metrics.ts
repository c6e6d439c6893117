import type { Metrics } from '@instaflow/platform';
import type { Outcome } from './decide-outcome';

export type DeliveryMetrics = {
  observeRequest(seconds: number): void;
  countOutcomes(outcomes: readonly Outcome[]): void;
};

/** Registers the metrics of sending; once per registry. */
export const createDeliveryMetrics = (metrics: Metrics): DeliveryMetrics => {
  const seconds = metrics.histogram(
    'instaflow_delivery_attempt_seconds',
    'Duration of attempts to send a message.',
  );
  const outcomes = metrics.counter(
    'instaflow_delivery_outcomes_total',
    'Attempts to send a message, by outcome.',
    ['status', 'code'],
  );
  return {
    observeRequest: (value) => seconds.observe(value),
    countOutcomes: (list) =>
      list.forEach(({ result }) => outcomes.inc({ status: result.status, code: result.code ?? '' })),
  };
};
