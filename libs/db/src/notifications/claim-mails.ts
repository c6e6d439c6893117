import { z } from 'zod';
import { notificationKind } from '@instaflow/contracts';
import type { Database } from '../turns/database';

const claimedMail = z.object({
  id: z.string(),
  /** Counting this one. */
  attempts: z.number(),
  address: z.string(),
  kind: notificationKind,
  reason: z.string().nullable(),
  message: z.string().nullable(),
  accountId: z.string(),
  flowId: z.string().nullable(),
  contactId: z.string().nullable(),
  conversationId: z.string().nullable(),
  accountName: z.string().nullable(),
  flowName: z.string().nullable(),
  commentId: z.string().nullable(),
  authorName: z.string().nullable(),
});
/** A notification to be mailed, with all that writing the mail takes. */
export type ClaimedMail = z.infer<typeof claimedMail>;

/** Takes mails that are due, at most `limit`, for `leaseMs`. Safe from any number of processes. */
export async function claimMails(
  source: Database,
  input: { lease: string; limit: number; leaseMs: number; now: number },
): Promise<ClaimedMail[]> {
  const [row] = await source.query<{ mails: unknown }[]>('SELECT claim_mails($1, $2, $3, $4) AS mails', [
    input.lease,
    input.limit,
    input.leaseMs,
    new Date(input.now),
  ]);
  return z.array(claimedMail).parse(row?.mails);
}
