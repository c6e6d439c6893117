import type { Database } from '../turns/database';

/** One immutable published document. */
export type LoadedFlowVersion = { flowVersionId: string; flowId: string; name: string; definition: unknown };

export const loadFlowVersions = async (
  source: Database,
  flowVersionIds: readonly string[],
): Promise<LoadedFlowVersion[]> =>
  source.query<LoadedFlowVersion[]>(
    `SELECT v.id AS "flowVersionId", v.flow_id AS "flowId", f.name, v.definition
     FROM flow_version v JOIN flow f ON f.id = v.flow_id
     WHERE v.id = ANY ($1)`,
    [flowVersionIds],
  );
