import { messageContent } from '@instaflow/contracts';
import { z } from 'zod';
import type { Database } from '../turns/database';

const claimed = z.object({
  messageId: z.string(),
  /** As text, for a JavaScript date loses the microseconds of the key. */
  messageAt: z.string(),
  workspaceId: z.string(),
  accountId: z.string(),
  contactId: z.string(),
  /** Counting this one. */
  attempts: z.number(),
  /** Null: the message is not there any more. */
  content: messageContent.nullable(),
});
/** A message whose media is to be fetched. */
export type MediaFetch = z.infer<typeof claimed>;

/** What became of one file of a message, as the log keeps it under `kept`. */
export type KeptMedia = {
  /** `media`, `story` or `attachments.<n>`: the part of the message that names the file. */
  slot: string;
  state: 'stored' | 'failed' | 'link';
  mediaFileId?: string;
  fileName?: string;
  contentType?: string;
  bytes?: number;
  /** Epoch milliseconds. */
  until?: number;
  reason?: string;
};

/** Takes up to `limit` messages for `leaseMs`. Safe from any number of processes. */
export const claimMediaFetches = async (
  source: Database,
  { limit, leaseMs, now }: { limit: number; leaseMs: number; now: number },
): Promise<MediaFetch[]> => {
  const rows: unknown = await source.query(
    `WITH due AS (
       SELECT message_id FROM media_fetch WHERE due_at <= $1 ORDER BY due_at, message_id LIMIT $3 FOR UPDATE SKIP LOCKED
     ), claimed AS (
       UPDATE media_fetch f SET due_at = $2, attempts = f.attempts + 1
       FROM due d WHERE f.message_id = d.message_id RETURNING f.*
     )
     SELECT c.message_id AS "messageId", c.message_at::text AS "messageAt", c.workspace_id AS "workspaceId",
       c.instagram_account_id AS "accountId", c.contact_id AS "contactId", c.attempts, m.content
     FROM claimed c
     LEFT JOIN message_log m ON m.id = c.message_id AND m."timestamp" = c.message_at AND m.type <> 'deleted'`,
    [new Date(now), new Date(now + leaseMs), limit],
  );
  return z.array(claimed).parse(rows);
};

/**
 * Notes in the message what became of its media, and that it is done or tried again at `retryAt`. What was stored for a
 * message that is gone by now expires. Whoever looks at the message is told.
 */
export const finishMediaFetch = async (
  source: Database,
  input: { fetch: MediaFetch; kept: readonly KeptMedia[]; retryAt: number | null; now: number },
): Promise<void> => {
  const { fetch, kept, retryAt, now } = input;
  await source.query(
    `WITH noted AS (
       UPDATE message_log SET content = content || jsonb_build_object('kept', $3::jsonb)
       WHERE id = $1 AND "timestamp" = $2::timestamptz AND type <> 'deleted'
       RETURNING workspace_id, instagram_account_id, id, "timestamp"
     ), told AS (
       INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
       SELECT workspace_id, instagram_account_id, 'message.updated', id, "timestamp" FROM noted
     ), postponed AS (
       UPDATE media_fetch SET due_at = $4 WHERE message_id = $1 AND $4::timestamptz IS NOT NULL
         AND EXISTS (SELECT 1 FROM noted)
     ), done AS (
       DELETE FROM media_fetch WHERE message_id = $1
         AND ($4::timestamptz IS NULL OR NOT EXISTS (SELECT 1 FROM noted))
     )
     UPDATE media_file SET expires_at = $5 WHERE message_id = $1 AND NOT EXISTS (SELECT 1 FROM noted)`,
    [
      fetch.messageId,
      fetch.messageAt,
      JSON.stringify(kept),
      retryAt === null ? null : new Date(retryAt),
      new Date(now),
    ],
  );
};

/** Keeps a claimed message until `dueAt`. */
export const putOffMediaFetch = async (
  source: Database,
  { messageId, dueAt }: { messageId: string; dueAt: number },
): Promise<void> => {
  await source.query('UPDATE media_fetch SET due_at = $2 WHERE message_id = $1', [
    messageId,
    new Date(dueAt),
  ]);
};
