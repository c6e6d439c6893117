import { z } from 'zod';
import type { Tx } from '../transaction';
import { personName } from '../users/person-name';

type FlowKey = { flowId: string; workspaceId: string };

const draftRow = z.object({
  id: z.string(),
  discardedAt: z.date(),
  discardedByName: z.string().nullable(),
  stepCount: z.number(),
  keptUntil: z.date(),
});
/** A draft that was thrown away, without its document. */
export type DiscardedDraftRow = z.infer<typeof draftRow>;

const definitionRow = z.object({ definition: z.looseObject({}) });

/** More drafts of one flow are not kept: the oldest go. */
const maxKept = 50;

/** Drafts that were thrown away, until `keptUntil`. */
export const discardedDraftRepository = {
  async keep(
    tx: Tx,
    draft: FlowKey & { id: string; definition: object; byUserId: string; now: number; keptUntil: number },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO discarded_draft (id, workspace_id, flow_id, definition, discarded_by_user_id, discarded_at, kept_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        draft.id,
        draft.workspaceId,
        draft.flowId,
        JSON.stringify(draft.definition),
        draft.byUserId,
        new Date(draft.now),
        new Date(draft.keptUntil),
      ],
    );
    await tx.query(
      `DELETE FROM discarded_draft WHERE flow_id = $1 AND workspace_id = $2 AND id NOT IN (
         SELECT id FROM discarded_draft WHERE flow_id = $1 ORDER BY id DESC LIMIT ${maxKept})`,
      [draft.flowId, draft.workspaceId],
    );
  },

  /** The latest first. */
  async list(tx: Tx, { flowId, workspaceId, now }: FlowKey & { now: number }): Promise<DiscardedDraftRow[]> {
    const rows: unknown[] = await tx.query(
      `SELECT d.id, d.discarded_at AS "discardedAt", ${personName('u')} AS "discardedByName", d.kept_until AS "keptUntil",
              coalesce(jsonb_array_length(CASE WHEN jsonb_typeof(d.definition -> 'nodes') = 'array'
                                               THEN d.definition -> 'nodes' END), 0) AS "stepCount"
       FROM discarded_draft d LEFT JOIN app_user u ON u.id = d.discarded_by_user_id
       WHERE d.flow_id = $1 AND d.workspace_id = $2 AND d.kept_until > $3 ORDER BY d.id DESC`,
      [flowId, workspaceId, new Date(now)],
    );
    return rows.map((row) => draftRow.parse(row));
  },

  /** Takes a draft out of the kept ones and answers its document; null when it is not there (any more). */
  async take(
    tx: Tx,
    { id, flowId, workspaceId, now }: FlowKey & { id: string; now: number },
  ): Promise<object | null> {
    const rows: unknown[] = await tx.query(
      `SELECT definition FROM discarded_draft WHERE id = $1 AND flow_id = $2 AND workspace_id = $3 AND kept_until > $4`,
      [id, flowId, workspaceId, new Date(now)],
    );
    if (rows.length === 0) return null;
    await tx.query('DELETE FROM discarded_draft WHERE id = $1 AND workspace_id = $2', [id, workspaceId]);
    return definitionRow.parse(rows[0]).definition;
  },
};
