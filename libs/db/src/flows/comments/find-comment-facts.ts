import { z } from 'zod';
import type { Tx } from '../../transaction';
import { personName } from '../../users/person-name';

const factsRow = z.object({
  id: z.string(),
  flowId: z.string(),
  nodeId: z.string().nullable(),
  authorName: z.string().nullable(),
  /** Null when it was deleted. */
  text: z.string().nullable(),
});
/** What notifications and the stream say of a comment. */
export type CommentFacts = z.infer<typeof factsRow>;

/** Comments by id, deleted ones too. */
export async function findCommentFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, CommentFacts>> {
  if (ids.length === 0) return new Map();
  const rows: unknown[] = await tx.query(
    `SELECT c.id, c.flow_id AS "flowId", c.node_id AS "nodeId", ${personName('u')} AS "authorName",
            CASE WHEN c.deleted_at IS NULL THEN c.text END AS text
     FROM flow_comment c LEFT JOIN app_user u ON u.id = c.author_user_id WHERE c.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => factsRow.parse(row)).map((facts) => [facts.id, facts]));
}
