import { z } from 'zod';
import type { Tx } from '../transaction';
import type { RealtimePosition } from './realtime-position';

const eventRow = z.object({
  xid: z.string(),
  id: z.string(),
  workspaceId: z.string(),
  instagramAccountId: z.string(),
  /** What a newer program beside this one tells is passed over. */
  type: z
    .enum([
      'message.created',
      'message.updated',
      'conversation.updated',
      'run.updated',
      'account.updated',
      'notification.created',
      'flow_comment.updated',
      'unknown',
    ])
    .catch('unknown'),
  entityId: z.string(),
  entityAt: z.date().nullable(),
  createdAt: z.date(),
});
/** One change as the tail knows it: which object, not what it looks like. */
export type RealtimeChange = z.infer<typeof eventRow>;

const positionRow = z.object({ xid: z.string(), id: z.string() });
const runRow = z.object({
  runId: z.string(),
  contactId: z.string(),
  flowId: z.string(),
  status: z.string(),
  nodeId: z.string().nullable(),
});

/**
 * The tail of changes. Only transactions older than every running one are read, so a change that commits late is
 * never passed over. Runs in the engine's role.
 */
export const realtimeRepository = {
  /** Everything before this place is history; what comes is after it. */
  async readHead(tx: Tx): Promise<RealtimePosition> {
    const rows: unknown[] = await tx.query(
      `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid, '0' AS id`,
    );
    return positionRow.parse(rows[0]);
  },

  /** Changes after a place, of all workspaces or of some, at most `limit`. */
  async listAfter(
    tx: Tx,
    input: {
      after: RealtimePosition;
      until?: RealtimePosition;
      workspaceIds?: readonly string[];
      limit: number;
    },
  ): Promise<RealtimeChange[]> {
    const { after, until, workspaceIds, limit } = input;
    const rows: unknown[] = await tx.query(
      `SELECT xid::text AS xid, id::text AS id, workspace_id AS "workspaceId",
              instagram_account_id AS "instagramAccountId", type, entity_id AS "entityId",
              entity_at AS "entityAt", created_at AS "createdAt"
       FROM realtime_event
       WHERE (xid, id) > ($1::xid8, $2::bigint)
         AND xid < pg_snapshot_xmin(pg_current_snapshot())
         AND ($3::xid8 IS NULL OR (xid, id) <= ($3::xid8, $4::bigint))
         AND ($5::uuid[] IS NULL OR workspace_id = ANY ($5::uuid[]))
       ORDER BY realtime_event.xid, realtime_event.id
       LIMIT $6`,
      [after.xid, after.id, until?.xid ?? null, until?.id ?? null, workspaceIds ?? null, limit],
    );
    return rows.map((row) => eventRow.parse(row));
  },

  /** The oldest change still kept; null when none is. */
  async readOldest(tx: Tx): Promise<RealtimePosition | null> {
    const rows: unknown[] = await tx.query(
      `SELECT xid::text AS xid, id::text AS id FROM realtime_event
       ORDER BY realtime_event.xid, realtime_event.id LIMIT 1`,
    );
    return rows.length === 0 ? null : positionRow.parse(rows[0]);
  },

  /** Runs by id, as the stream shows them. */
  async listRuns(tx: Tx, ids: readonly string[]): Promise<z.infer<typeof runRow>[]> {
    const rows: unknown[] = await tx.query(
      `SELECT id AS "runId", contact_id AS "contactId", flow_id AS "flowId", status, node_id AS "nodeId"
       FROM flow_run WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return rows.map((row) => runRow.parse(row));
  },
};
