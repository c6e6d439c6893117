import type { Tx } from '../transaction';

/**
 * Ends the open runs that began with a flow (`cancelled`, with `reason`) and cancels their queued messages. Runs of
 * other flows that only passed through it keep their pinned version. Answers how many runs ended.
 */
export const endRunsOfFlow = async (
  tx: Tx,
  input: { flowId: string; reason: string; now: number },
): Promise<number> => {
  const open = await tx.query<{ id: string; contact_id: string }[]>(
    `SELECT id, contact_id FROM flow_run WHERE flow_id = $1 AND status IN ('running', 'waiting')`,
    [input.flowId],
  );
  if (open.length === 0) return 0;
  const contactIds = open.map((run) => run.contact_id);
  const [row] = await tx.query<{ ended: number }[]>(
    `SELECT fence_contacts($1), end_open_runs($1, 'cancelled', $3, $4) AS ended,
            cancel_queued_messages($1, $2, 'flow_stopped', $4)`,
    [contactIds, open.map((run) => run.id), input.reason, new Date(input.now)],
  );
  return row?.ended ?? 0;
};
