import { z } from 'zod';
import type { Database } from '../turns/database';

const unbound = z.object({
  triggerId: z.string(),
  accountId: z.string(),
  scope: z.enum(['one', 'next']),
  permalink: z.string().nullable(),
  createdAt: z.date(),
  /** How often its post was looked for, counting this time. */
  checks: z.number(),
  accountInstagramId: z.string(),
  sealedToken: z.string(),
});
/** A trigger about one post that is not known at Instagram yet. */
export type UnboundTrigger = z.infer<typeof unbound>;

/** Takes triggers whose post is to be looked for, at most `limit`, for `leaseMs`. Safe from any number of processes. */
export const claimUnboundTriggers = async (
  source: Database,
  { limit, leaseMs, now }: { limit: number; leaseMs: number; now: number },
): Promise<UnboundTrigger[]> => {
  const rows: unknown = await source.query(
    `WITH due AS (
       SELECT t.id FROM flow_trigger t JOIN instagram_account a ON a.id = t.instagram_account_id
       WHERE t.post_check_at <= $1 AND t.status = 'active' AND a.status = 'connected'
         AND a.access_token_sealed IS NOT NULL
       ORDER BY t.post_check_at LIMIT $3 FOR UPDATE OF t SKIP LOCKED
     ), claimed AS (
       UPDATE flow_trigger t SET post_check_at = $2, post_checks = t.post_checks + 1
       FROM due d WHERE t.id = d.id RETURNING t.*
     )
     SELECT c.id AS "triggerId", c.instagram_account_id AS "accountId", c.post_scope AS scope,
       c.post_permalink AS permalink, c.created_at AS "createdAt", c.post_checks AS checks,
       a.instagram_user_id AS "accountInstagramId", a.access_token_sealed AS "sealedToken"
     FROM claimed c JOIN instagram_account a ON a.id = c.instagram_account_id`,
    [new Date(now), new Date(now + leaseMs), limit],
  );
  return z.array(unbound).parse(rows);
};

/** Binds a trigger to its post, and tells the engine; nothing when the trigger was changed to another post meanwhile. */
export const bindTrigger = async (
  source: Database,
  { trigger, mediaId }: { trigger: UnboundTrigger; mediaId: string },
): Promise<void> => {
  await source.query(
    `WITH bound AS (
       UPDATE flow_trigger SET media_id = $2, post_check_at = NULL, updated_at = now()
       WHERE id = $1 AND media_id IS NULL AND post_scope = $3 AND post_permalink IS NOT DISTINCT FROM $4
       RETURNING instagram_account_id, workspace_id)
     INSERT INTO account_revision AS r (instagram_account_id, workspace_id)
     SELECT instagram_account_id, workspace_id FROM bound
     ON CONFLICT (instagram_account_id) DO UPDATE SET revision = r.revision + 1`,
    [trigger.triggerId, mediaId, trigger.scope, trigger.permalink],
  );
};

/** Has the post of a trigger looked for again at `at` (epoch milliseconds). */
export const putOffTrigger = async (
  source: Database,
  { triggerId, at }: { triggerId: string; at: number },
): Promise<void> => {
  await source.query(
    'UPDATE flow_trigger SET post_check_at = $2 WHERE id = $1 AND post_check_at IS NOT NULL AND media_id IS NULL',
    [triggerId, new Date(at)],
  );
};
