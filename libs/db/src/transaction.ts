import type { DataSource, EntityManager } from 'typeorm';

/** An open transaction. Repositories take one explicitly; there is no ambient one. */
export type Tx = EntityManager;

/**
 * Runs `work` in one transaction that sees only the rows of `workspaceIds` (enforced by row-level security).
 * `source` must speak as the role `app`.
 */
export const inWorkspaces = async <Result>(
  source: DataSource,
  workspaceIds: readonly string[],
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> =>
  source.transaction(async (tx) => {
    await tx.query(`SELECT set_config('app.workspace_ids', $1, true)`, [`{${workspaceIds.join(',')}}`]);
    return work(tx);
  });

/** Runs `work` in one transaction of the engine's role: every statement must name its account or workspace itself. */
export const inEngine = async <Result>(
  source: DataSource,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => source.transaction(work);
