import type { endpoints, ResponseOf, WaitingRun } from '@instaflow/contracts';
import {
  countWaitingByNode,
  findVersionFacts,
  listWaiting,
  type PageRequest,
  type Tx,
  type VersionFacts,
  type WaitingRow,
} from '@instaflow/db';
import { toIso } from '../http/to-iso';

/** Everyone who stands in a flow, and how many at each node. */
export async function showWaiting(
  tx: Tx,
  input: { flowId: string; workspaceId: string; nodeId: string | null; request: PageRequest },
): Promise<ResponseOf<typeof endpoints.listWaiting>> {
  const nodes = await countWaitingByNode(tx, input);
  const counted = nodes.filter(({ nodeId }) => input.nodeId === null || nodeId === input.nodeId);
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const page = await listWaiting(tx, { ...input, total });
  const versions = await findVersionFacts(
    tx,
    page.rows.flatMap(({ standingVersionId }) => standingVersionId ?? []),
  );
  return {
    waiting: page.rows.map((row) => toWaitingRun(row, versions)),
    nodes,
    total: page.total,
    nextCursor: page.nextCursor,
  };
}

function toWaitingRun(row: WaitingRow, versions: ReadonlyMap<string, VersionFacts>): WaitingRun {
  const version = versions.get(row.standingVersionId ?? '');
  const name = [row.firstName, row.lastName].filter((part) => part !== null).join(' ');
  return {
    runId: row.id,
    contactId: row.contactId,
    contactName: name === '' ? null : name,
    instagramUsername: row.instagramUsername,
    flowId: row.flowId,
    version: version?.version ?? null,
    nodeId: row.nodeId,
    nodeName: version?.nodes.get(row.nodeId ?? '')?.name ?? null,
    waitingFor: row.waitingFor,
    since: row.sinceMs === null ? null : new Date(row.sinceMs).toISOString(),
    until: toIso(row.wakeAt),
  };
}
