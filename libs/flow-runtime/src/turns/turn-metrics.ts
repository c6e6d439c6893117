import type { Metrics } from '@instaflow/platform';

export type TurnMetrics = {
  turns: ReturnType<Metrics['counter']>;
  batchSeconds: ReturnType<Metrics['histogram']>;
  lagSeconds: ReturnType<Metrics['histogram']>;
};

/** The figures of turn-taking. */
export const createTurnMetrics = (metrics: Metrics): TurnMetrics => ({
  turns: metrics.counter('instaflow_turns_total', 'Turns by outcome', ['outcome']),
  batchSeconds: metrics.histogram(
    'instaflow_turn_batch_seconds',
    'Time from loading to committing a batch of turns',
  ),
  lagSeconds: metrics.histogram(
    'instaflow_event_lag_seconds',
    'Age of the oldest event of a turn when it is loaded',
    {
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    },
  ),
});
