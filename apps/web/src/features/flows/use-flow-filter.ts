import type { FlowSort, FlowStatus } from '@instaflow/contracts';
import { useSession } from '../../shared/session/session-store';
import { useUrlFilter } from '../../shared/url/use-url-filter';
import type { FlowFilter } from './api/list-flow-page';
import { triggerKinds } from '../triggers/list-kinds';
import { readPlace } from './flow-place';
import { ownFlows, readOwner } from './owner-options';

export const flowStatuses: readonly FlowStatus[] = ['active', 'draft', 'inactive'];
export const flowSorts: readonly FlowSort[] = [
  'newest',
  'edited',
  'name',
  'entered',
  'completion',
  'clicks',
  'lastRun',
];

/** Which flows are looked at, and in which order, as the address says. */
export function useFlowFilter() {
  const url = useUrlFilter();
  const userId = useSession((session) => session.userId);
  const search = url.get('search');
  const status = flowStatuses.find((known) => known === url.get('status'));
  const triggerType = triggerKinds.find((known) => known === url.get('trigger'));
  const owner = readOwner(url.get('owner'));
  const ownerId = (owner === ownFlows ? userId : owner) || undefined;
  const hasErrors = url.get('errors') === 'true';
  const sort = flowSorts.find((known) => known === url.get('sort')) ?? 'newest';
  const folder = url.get('folder');
  const place = readPlace(folder);
  const filter: FlowFilter = { search, status, triggerType, ownerId, hasErrors, place, sort, page: url.page };
  const isNarrowed = search !== '' || hasErrors || [status, triggerType, ownerId].some(Boolean);
  return { url, filter, folder, owner, isNarrowed };
}
