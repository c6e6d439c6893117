import { useState } from 'react';
import { callApi } from '../../../shared/api/call-api';
import { listRemovedSteps, type RemovedFates } from '../../builder/publish/removed-fate';
import { useBulk, type Bulk } from './use-bulk';

/** Moves people to a version, by what was chosen for steps it does not have, until nobody is left who can go. */
export function useMovePeople({
  flowId,
  version,
  fates,
}: {
  flowId: string;
  version: number;
  fates: RemovedFates;
}): { bulk: Bulk; done: { moved: number; ended: number } } {
  const [done, setDone] = useState({ moved: 0, ended: 0 });
  const bulk = useBulk(async () => {
    const answer = await callApi('movePeople', {
      params: { id: flowId, version },
      body: { dryRun: false, removedSteps: listRemovedSteps(fates) },
    });
    const { moved, ended = 0, refused = [], remaining } = answer;
    setDone((before) => ({ moved: before.moved + moved, ended: before.ended + ended }));
    const count = moved + ended;
    // Nobody went though some could: they went on meanwhile, and asking again would not end.
    const isLast = remaining === 0 || count === 0;
    // Whoever is refused is met again by the next call, so only the last one tells how many they are.
    return { count, refused: isLast ? refused : [], nextCursor: isLast ? null : 'more' };
  });
  return { bulk, done };
}
