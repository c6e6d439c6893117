import type { Flow, RemovedStep } from '@instaflow/contracts';
import { callApi } from '../../../shared/api/call-api';

export type MoveOrder = { moveKept: boolean; removedSteps: RemovedStep[] };
export type MovedPeople = { moved: number; ended: number; refused: number; isComplete: boolean };

/**
 * Moves whoever is in an older version to the published one, as many as can go, and those whose step is gone to where
 * it was chosen for them. Never rejects: what could not be done is shown by the dialog that moves people, so it is only
 * told that something is left.
 */
export async function movePeople({ flowId, publishedVersion }: Flow, order: MoveOrder): Promise<MovedPeople> {
  const done: MovedPeople = { moved: 0, ended: 0, refused: 0, isComplete: true };
  if (publishedVersion === null) return done;
  try {
    for (;;) {
      const {
        moved,
        ended = 0,
        refused = [],
        remaining,
      } = await callApi('movePeople', {
        params: { id: flowId, version: publishedVersion },
        body: { dryRun: false, ...order },
      });
      done.moved += moved;
      done.ended += ended;
      // Whoever is refused is met again by the next call.
      done.refused = refused.reduce((sum, { count }) => sum + count, 0);
      if (remaining === 0) return done;
      // Nobody moved though some could: they went on meanwhile, and asking again would not end.
      if (moved + ended === 0) return { ...done, isComplete: false };
    }
  } catch {
    return { ...done, isComplete: false };
  }
}
