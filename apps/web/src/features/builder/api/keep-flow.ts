import type { Flow } from '@instaflow/contracts';
import { queryClient } from '../../../shared/api/query-client';
import { queryKeys } from '../../../shared/api/query-keys';

/** Puts what the server answered about a flow into the cache. */
export function keepFlow(flow: Flow): void {
  queryClient.setQueryData(queryKeys.flow(flow.flowId), flow);
}
