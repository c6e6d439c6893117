import type { EffectRow, LoadedTurn } from '@instaflow/db';
import type { Effect } from '@instaflow/flow-engine';
import { followStateTimeoutMs } from './ask-follow-state';

/** More than the time an attempt takes by itself: resolving, storing the result, a slow moment of the machine. */
const leaseGraceMs = 10_000;

/** What the effects of a turn ask of the outside, as rows. */
export const effectRowsOf = (turn: LoadedTurn, effects: readonly Effect[]): EffectRow[] =>
  effects.flatMap((effect): EffectRow[] => {
    const asked = askedBy(effect);
    const { key, runId, nodeId, kind } = effect;
    // Nobody could wait for what belongs to no run.
    if (asked === null || runId === null || nodeId === null) return [];
    const { workspaceId, accountId, contactId } = turn;
    return [{ key, workspaceId, accountId, contactId, runId, nodeId, kind, ...asked }];
  });

const askedBy = (effect: Effect): Pick<EffectRow, 'request' | 'leaseMs'> | null => {
  switch (effect.kind) {
    case 'http_request': {
      const { request, save } = effect;
      return { request: { request, save }, leaseMs: request.timeoutMs + leaseGraceMs };
    }
    case 'read_follow_state':
      return { request: {}, leaseMs: followStateTimeoutMs + leaseGraceMs };
    default:
      return null;
  }
};
