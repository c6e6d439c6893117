import type { Trigger, TriggerType } from '@instaflow/contracts';
import { findConflicts } from './find-conflicts';
import { triggerKinds } from './list-kinds';
import { compareTriggers } from './order-triggers';

export type TriggerGroup = { type: TriggerType; triggers: Trigger[] };
export type TriggerState = 'on' | 'off' | 'silent';
export type TriggerFilter = {
  type: TriggerType | undefined;
  search: string;
  hasConflict: boolean;
  flowId?: string | undefined;
  /** `silent`: on, but its flow answers nothing. */
  state?: TriggerState | undefined;
};

/** Triggers by kind, in the order in which they are asked. */
export function groupTriggers(triggers: readonly Trigger[]): TriggerGroup[] {
  return triggerKinds
    .map((type) => ({
      type,
      triggers: triggers.filter((trigger) => trigger.type === type).toSorted(compareTriggers),
    }))
    .filter((group) => group.triggers.length > 0);
}

/** What a filter leaves of groups; empty groups go. */
export function filterGroups(
  groups: readonly TriggerGroup[],
  { type, search, hasConflict, flowId, state }: TriggerFilter,
  isLive: (flowId: string) => boolean = () => true,
): TriggerGroup[] {
  const wanted = search.trim().toLowerCase();
  const all = groups.flatMap((group) => group.triggers);
  const isWanted = (trigger: Trigger): boolean =>
    [trigger.keyword ?? '', trigger.flowName].join('\n').toLowerCase().includes(wanted) &&
    (flowId === undefined || trigger.flowId === flowId) &&
    (state === undefined || stateOf(trigger, isLive) === state) &&
    (!hasConflict || (trigger.status === 'active' && findConflicts(trigger, all).length > 0));
  return groups
    .filter((group) => type === undefined || group.type === type)
    .map((group) => ({ ...group, triggers: group.triggers.filter(isWanted) }))
    .filter((group) => group.triggers.length > 0);
}

function stateOf({ status, flowId }: Trigger, isLive: (flowId: string) => boolean): TriggerState {
  if (status !== 'active') return 'off';
  return isLive(flowId) ? 'on' : 'silent';
}
