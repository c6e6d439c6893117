import { z } from 'zod';
import type { Database } from '../turns/database';

const due = z.object({
  accountId: z.string(),
  kind: z.enum(['ice_breakers', 'menu']),
  sets: z.unknown(),
  revision: z.number(),
  /** Counting this one. */
  attempts: z.number(),
  accountInstagramId: z.string(),
  sealedToken: z.string(),
});
export type DueProfile = z.infer<typeof due>;

export type PublishOutcome = {
  state: 'published' | 'pending' | 'failed';
  reason: string | null;
  /** When it is tried again, epoch milliseconds; null: not before it is changed. */
  dueAt: number | null;
};

/** Takes ice breakers and menus that are to be published, at most `limit`, for `leaseMs`. Safe from any number of processes. */
export const claimDueProfiles = async (
  source: Database,
  { limit, leaseMs, now }: { limit: number; leaseMs: number; now: number },
): Promise<DueProfile[]> => {
  // A CTE, because the rows of a bare UPDATE come with their count.
  const rows: unknown = await source.query(
    `WITH due AS (
       SELECT p.instagram_account_id, p.kind FROM messenger_profile p
       JOIN instagram_account a ON a.id = p.instagram_account_id
       WHERE p.due_at <= $1 AND a.status = 'connected' AND a.access_token_sealed IS NOT NULL
       ORDER BY p.due_at LIMIT $3 FOR UPDATE OF p SKIP LOCKED
     ), claimed AS (
       UPDATE messenger_profile p SET due_at = $2, attempts = p.attempts + 1
       FROM due d WHERE p.instagram_account_id = d.instagram_account_id AND p.kind = d.kind
       RETURNING p.*
     )
     SELECT c.instagram_account_id AS "accountId", c.kind, c.sets, c.revision, c.attempts,
       a.instagram_user_id AS "accountInstagramId", a.access_token_sealed AS "sealedToken"
     FROM claimed c JOIN instagram_account a ON a.id = c.instagram_account_id`,
    [new Date(now), new Date(now + leaseMs), limit],
  );
  return z.array(due).parse(rows);
};

/** Records what became of publishing; nothing when it was changed meanwhile: the change is published by itself. */
export const finishProfile = async (
  source: Database,
  input: { profile: DueProfile; outcome: PublishOutcome; now: number },
): Promise<void> => {
  const { profile, outcome, now } = input;
  await source.query(
    `UPDATE messenger_profile SET state = $4, state_reason = $5, due_at = $6,
       published_at = CASE WHEN $4 = 'published' THEN $7 ELSE published_at END
     WHERE instagram_account_id = $1 AND kind = $2 AND revision = $3`,
    [
      profile.accountId,
      profile.kind,
      profile.revision,
      outcome.state,
      outcome.reason,
      outcome.dueAt === null ? null : new Date(outcome.dueAt),
      new Date(now),
    ],
  );
};
