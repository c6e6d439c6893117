import type { EffectRow, LoadedTurn } from '@instaflow/db';
import type { Effect } from '@instaflow/flow-engine';

/** More than the time an attempt takes by itself: resolving, storing the result, a slow moment of the machine. */
const leaseGraceMs = 10_000;

/** What the effects of a turn ask of the outside, as rows. */
export const effectRowsOf = (turn: LoadedTurn, effects: readonly Effect[]): EffectRow[] =>
  effects.flatMap((effect): EffectRow[] => {
    // Nobody could wait for a call that belongs to no run.
    if (effect.kind !== 'http_request' || effect.runId === null || effect.nodeId === null) return [];
    const { key, runId, nodeId, kind, request, save } = effect;
    const { workspaceId, accountId, contactId } = turn;
    const leaseMs = request.timeoutMs + leaseGraceMs;
    return [
      { key, workspaceId, accountId, contactId, runId, nodeId, kind, request: { request, save }, leaseMs },
    ];
  });
