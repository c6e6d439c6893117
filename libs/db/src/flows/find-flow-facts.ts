import { z } from 'zod';
import { maxExactTotal } from '@instaflow/contracts';
import type { Tx } from '../transaction';
import { personName } from '../users/person-name';

const factsRow = z.object({
  id: z.string(),
  triggerCount: z.number(),
  triggers: z.array(z.object({ type: z.string(), keyword: z.string().nullable() })),
  publishedVersion: z.number().nullable(),
  enteredCount: z.number(),
  waitingCount: z.number(),
  editedByName: z.string().nullable(),
  lastRunAt: z.date().nullable(),
  /** Of the last 30 days; null until they are counted. */
  countedAt: z.date().nullable(),
  entered: z.number().nullable(),
  completed: z.number().nullable(),
  sent: z.coerce.number(),
  clicked: z.coerce.number(),
});
/** What a list of flows shows beyond the flows themselves; `triggers` are the first three. */
export type FlowFacts = z.infer<typeof factsRow>;

/** Facts of flows of a workspace by their ids; people are counted up to `maxExactTotal`. */
export async function findFlowFacts(
  tx: Tx,
  { ids, workspaceId }: { ids: readonly string[]; workspaceId: string },
): Promise<Map<string, FlowFacts>> {
  if (ids.length === 0) return new Map();
  const rows: unknown[] = await tx.query(
    `SELECT f.id, v.version AS "publishedVersion",
            (SELECT count(*)::int FROM flow_trigger t WHERE t.flow_id = f.id) AS "triggerCount",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('type', t.type, 'keyword', t.keyword) ORDER BY t.id), '[]')
             FROM (SELECT x.id, x.type, x.keyword FROM flow_trigger x WHERE x.flow_id = f.id
                   ORDER BY x.status = 'active' DESC, x.id LIMIT 3) t) AS triggers,
            coalesce(p.entered, 0) AS "enteredCount", coalesce(p.waiting, 0) AS "waitingCount",
            ${personName('u')} AS "editedByName", g.last_run_at AS "lastRunAt", g.counted_at AS "countedAt",
            g.entered, g.completed, coalesce(g.sent, 0) AS sent, coalesce(g.clicked, 0) AS clicked
     FROM flow f
     LEFT JOIN flow_version v ON v.id = f.published_version_id
     LEFT JOIN app_user u ON u.id = f.edited_by_user_id
     LEFT JOIN flow_figure g ON g.flow_id = f.id
     LEFT JOIN count_flow_people($2, $1, $3) p ON p.flow_id = f.id
     WHERE f.id = ANY ($1::uuid[])`,
    [ids, workspaceId, maxExactTotal],
  );
  return new Map(rows.map((row) => factsRow.parse(row)).map((facts) => [facts.id, facts]));
}
