import type { Trigger } from '@instaflow/contracts';
import { findConflicts } from '../../triggers/find-conflicts';

/** Another flow that the same words start; `wins` when the flow looked at answers them. */
export type FlowConflict = { triggerId: string; flowName: string; words: string[]; wins: boolean };

type Input = { flowId: string; triggers: readonly Trigger[]; isLive: (flowId: string) => boolean };

/** Conflicts of the active triggers of a flow with those of other live flows, those it loses first. */
export function listFlowConflicts({ flowId, triggers, isLive }: Input): FlowConflict[] {
  const others = triggers.filter((other) => other.flowId !== flowId && isLive(other.flowId));
  const found = triggers
    .filter((own) => own.flowId === flowId && own.status === 'active')
    .flatMap((own) => findConflicts(own, others, isLive))
    .map(({ trigger: { triggerId, flowName }, words, wins }) => ({
      triggerId,
      flowName,
      words,
      wins: !wins,
    }));
  const byTrigger = new Map(found.map((conflict) => [conflict.triggerId, conflict]));
  return [...byTrigger.values()].toSorted((a, b) => Number(a.wins) - Number(b.wins));
}
