import type { PeopleImpact } from '@instaflow/flow-model';
import { explainImpact, parseFlowDefinition, type FlowDefinition } from '@instaflow/flow-model';
import { countStandingByNode, findDefinitions, type Tx } from '@instaflow/db';

type FlowKey = { flowId: string; workspaceId: string };

/**
 * What a document means for the people in a flow, were they moved to it: of all versions somebody stands in, or of one.
 * Where people of several versions meet the same they are counted together.
 */
export async function findStandingImpact(
  tx: Tx,
  { flowId, workspaceId, after, versionId }: FlowKey & { after: FlowDefinition; versionId?: string },
): Promise<PeopleImpact[]> {
  const standing = await countStandingByNode(tx, { flowId, workspaceId });
  const ids = [...new Set(standing.map((place) => place.versionId))].filter(
    (id) => versionId === undefined || id === versionId,
  );
  const documents = await findDefinitions(tx, ids);
  const impacts = documents.flatMap(({ flowVersionId, definition }) => {
    const parsed = parseFlowDefinition(definition);
    const there = standing.filter((place) => place.versionId === flowVersionId);
    return parsed.ok ? explainImpact(parsed.definition, after, there) : [];
  });
  return merge(impacts);
}

function merge(impacts: readonly PeopleImpact[]): PeopleImpact[] {
  const merged = new Map<string, PeopleImpact>();
  for (const impact of impacts) {
    const { count, ...rest } = impact;
    const key = JSON.stringify(rest);
    merged.set(key, { ...rest, count: count + (merged.get(key)?.count ?? 0) });
  }
  return [...merged.values()].toSorted((a, b) => b.count - a.count);
}
