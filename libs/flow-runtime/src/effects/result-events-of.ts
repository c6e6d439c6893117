import type { EventRow, LoadedTurn } from '@instaflow/db';
import type { EffectResult, TurnDecision } from '@instaflow/flow-engine';

/** The result of an effect, and the event that brought it. */
export type ArrivedResult = { dedupeKey: string; result: EffectResult };

/** The events of results a turn took or discarded; one that has to wait for the end of a pause stays open. */
export const resultEventsOf = (
  { accountId, contactId }: LoadedTurn,
  arrived: readonly ArrivedResult[],
  { decision, turnId }: { decision: Extract<TurnDecision, { kind: 'turn' }>; turnId: string },
): EventRow[] =>
  arrived.flatMap(({ dedupeKey, result }): EventRow[] => {
    const said = decision.candidates.find(({ kind, id }) => kind === 'effect_result' && id === result.key);
    if (said === undefined) return [];
    const isTaken = said.outcome === 'chosen';
    const outcome = {
      status: isTaken ? 'consumed' : 'ignored',
      reason: isTaken ? 'effect_result' : said.reason,
    } as const;
    return [{ accountId, contactId, dedupeKey, isFenced: true, turnId, ...outcome }];
  });
