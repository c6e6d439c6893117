import type { Flow } from '@instaflow/contracts';
import { callApi } from '../../../shared/api/call-api';

/**
 * Moves whoever is in an older version to the published one, as many as can go. Never rejects: what could not be done
 * is shown by the dialog that moves people, so it is only told that something is left.
 */
export async function movePeople({
  flowId,
  publishedVersion,
}: Flow): Promise<{ moved: number; isComplete: boolean }> {
  let moved = 0;
  if (publishedVersion === null) return { moved, isComplete: true };
  try {
    for (;;) {
      const answer = await callApi('movePeople', {
        params: { id: flowId, version: publishedVersion },
        body: { dryRun: false },
      });
      moved += answer.moved;
      if (answer.remaining === 0) return { moved, isComplete: true };
      // Nobody moved though some could: they went on meanwhile, and asking again would not end.
      if (answer.moved === 0) return { moved, isComplete: false };
    }
  } catch {
    return { moved, isComplete: false };
  }
}
