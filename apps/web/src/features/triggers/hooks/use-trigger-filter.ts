import { useUrlFilter } from '../../../shared/url/use-url-filter';
import type { TriggerFilter } from '../group-triggers';
import { triggerKinds } from '../list-kinds';

/** Which triggers are looked at, as the address says. */
export function useTriggerFilter() {
  const url = useUrlFilter();
  const filter: TriggerFilter = {
    type: triggerKinds.find((known) => known === url.get('type')),
    search: url.get('search'),
    hasConflict: url.get('conflicts') === 'true',
  };
  return { url, filter };
}
