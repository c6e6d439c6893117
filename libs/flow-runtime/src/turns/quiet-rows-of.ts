import type { LoadedTurn, OutboundRow, QuietRow } from '@instaflow/db';
import type { AccountSnapshot, TurnDecision } from '@instaflow/flow-engine';

type Decision = Extract<TurnDecision, { kind: 'turn' }>;

/**
 * The messages of a turn that quiet hours concern. Also outside of them: what a run sends on its own accord stays behind
 * what is still held of it.
 */
export const quietRowsOf = (
  { contactId }: LoadedTurn,
  { decision, outbound }: { decision: Decision; outbound: readonly OutboundRow[] },
  { quietHours }: AccountSnapshot['settings'],
): QuietRow[] =>
  quietHours === null || !decision.isOwnAccord || outbound.length === 0
    ? []
    : [{ contactId, ids: outbound.map(({ id }) => id), until: decision.heldUntil }];
