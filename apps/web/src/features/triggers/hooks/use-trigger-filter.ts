import { useUrlFilter } from '../../../shared/url/use-url-filter';
import type { TriggerFilter, TriggerState } from '../group-triggers';
import { triggerKinds } from '../list-kinds';

export const triggerStates: readonly TriggerState[] = ['on', 'off', 'silent'];

/** Which triggers are looked at, as the address says. */
export function useTriggerFilter() {
  const url = useUrlFilter();
  const filter: TriggerFilter = {
    type: triggerKinds.find((known) => known === url.get('type')),
    search: url.get('search'),
    hasConflict: url.get('conflicts') === 'true',
    flowId: url.get('flow') || undefined,
    state: triggerStates.find((known) => known === url.get('state')),
  };
  return { url, filter };
}
