import type { endpoints, ResponseOf } from '@instaflow/contracts';
import { runRepository, type PageRequest, type Tx } from '@instaflow/db';
import { found } from '../http/found';
import { standingOf } from './standing-of';
import { toRuns } from './to-runs';
import { toSteps } from './to-steps';

/** One run with a page of its turns, the first first. */
export async function showRun(
  tx: Tx,
  { key, request }: { key: { id: string; workspaceId: string }; request: PageRequest },
): Promise<ResponseOf<typeof endpoints.getRun>> {
  const run = found(await runRepository.find(tx, key));
  const page = await runRepository.listTurns(tx, { run, request });
  const steps = await toSteps(tx, page.rows);
  const [shown] = await toRuns(tx, [run]);
  return {
    ...found(shown),
    context: standingOf(run).context,
    turns: page.rows.map(({ id, at, outcome, candidates }) => ({
      turnId: id,
      at: at.toISOString(),
      outcome,
      candidates,
      steps: steps.get(id) ?? [],
    })),
    total: page.total,
    nextCursor: page.nextCursor,
  };
}
