import type { FlowStatus } from '@instaflow/contracts';
import { useUrlFilter } from '../../shared/url/use-url-filter';
import type { FlowFilter } from './api/list-flow-page';
import { readPlace } from './flow-place';

export const flowStatuses: readonly FlowStatus[] = ['active', 'draft', 'inactive'];

/** Which flows are looked at, as the address says. */
export function useFlowFilter() {
  const url = useUrlFilter();
  const search = url.get('search');
  const status = flowStatuses.find((known) => known === url.get('status'));
  const hasErrors = url.get('errors') === 'true';
  const folder = url.get('folder');
  const filter: FlowFilter = { search, status, hasErrors, place: readPlace(folder), page: url.page };
  return { url, filter, folder, isNarrowed: search !== '' || status !== undefined || hasErrors };
}
