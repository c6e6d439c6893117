import type { GraphFailure } from '@instaflow/instagram';
import { unavailable, unprocessable, type AppError } from '@instaflow/platform';

const passing: readonly GraphFailure['outcome'][] = ['throttled', 'transient', 'ambiguous', 'not_sent'];

/** Whether trying again later may help. */
export const isPassing = ({ outcome }: Pick<GraphFailure, 'outcome'>): boolean => passing.includes(outcome);

/** A failure of Instagram as an error of ours: 503 when it passes, else 422 with its code and what to do. */
export function refusedByInstagram(failure: GraphFailure): AppError {
  return isPassing(failure)
    ? unavailable({ message: failure.sentence })
    : unprocessable(failure.code, failure.sentence);
}
