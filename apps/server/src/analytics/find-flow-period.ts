import { flowRepository, flowVersionRepository, type FlowPeriod, type Tx } from '@instaflow/db';
import { found } from '../http/found';
import { findPeriod, type PeriodQuery } from './find-period';

/** What figures of a flow are about: the flow, one of its versions or all, and the period. 404 for an unknown version. */
export async function findFlowPeriod(
  tx: Tx,
  input: {
    key: { id: string; workspaceId: string };
    query: PeriodQuery & { version?: number | undefined };
    now: number;
  },
): Promise<FlowPeriod> {
  const { key, query, now } = input;
  const { id: flowId, workspaceId } = key;
  const { instagramAccountId: accountId } = found(await flowRepository.find(tx, key));
  const { period } = await findPeriod(tx, { accountId, workspaceId, query, now });
  if (query.version === undefined) return { flowId, workspaceId, versionId: null, period };
  const { version } = query;
  const { id: versionId } = found(await flowVersionRepository.find(tx, { flowId, workspaceId, version }));
  return { flowId, workspaceId, versionId, period };
}
