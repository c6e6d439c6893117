import type { Standing } from '@instaflow/contracts';
import { findDefinitions, type StandingCount, type Tx } from '@instaflow/db';
import { explainImpact, parseFlowDefinition } from '@instaflow/flow-model';

/**
 * For places whose step a version does not have: the next step on the way of those who stand there that it has, or null.
 * A place of a document that cannot be read is left out.
 */
export async function findNextSteps(
  tx: Tx,
  { targetId, gone }: { targetId: string; gone: readonly StandingCount[] },
): Promise<Map<StandingCount, Standing['next']>> {
  if (gone.length === 0) return new Map();
  const rows = await findDefinitions(tx, [...new Set([targetId, ...gone.map(({ versionId }) => versionId)])]);
  const documents = new Map(
    rows.map(({ flowVersionId, definition }) => [flowVersionId, parseFlowDefinition(definition)]),
  );
  const after = documents.get(targetId);
  return new Map(
    gone.flatMap((place): [StandingCount, Standing['next']][] => {
      const before = documents.get(place.versionId);
      if (!before?.ok || !after?.ok) return [];
      const [impact] = explainImpact(before.definition, after.definition, [place]);
      const target = impact?.target ?? null;
      return [[place, target && { nodeId: target.nodeId, nodeName: target.name }]];
    }),
  );
}
