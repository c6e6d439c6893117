import type { FlowVisit } from '@instaflow/contracts';
import { runRepository, type Tx, type VisitRow } from '@instaflow/db';
import { toRuns } from '../runs/to-runs';

/** Visits with their runs as the API shows them. */
export async function toVisits(
  tx: Tx,
  { rows, workspaceId }: { rows: readonly VisitRow[]; workspaceId: string },
): Promise<FlowVisit[]> {
  const ids = [...new Set(rows.map(({ runId }) => runId))];
  const runs = await toRuns(tx, await runRepository.findAll(tx, { ids, workspaceId }));
  const byId = new Map(runs.map((run) => [run.runId, run]));
  return rows.flatMap(({ runId, at, firstName, lastName, instagramUsername }) => {
    const run = byId.get(runId);
    const name = [firstName, lastName].filter((part) => part !== null).join(' ');
    if (!run) return [];
    return [{ at: at.toISOString(), contactName: name === '' ? null : name, instagramUsername, run }];
  });
}
