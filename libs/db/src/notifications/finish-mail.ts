import type { Database } from '../turns/database';

export type MailResult = {
  /** `queued`: to be tried again at `dueAt`. `skipped`: this installation sends no mail. */
  status: 'sent' | 'queued' | 'failed' | 'skipped';
  error?: string;
  /** Epoch milliseconds. */
  dueAt?: number;
};

/** Records what became of a mail; of one whose lease was lost nothing. Answers whether it was recorded. */
export async function finishMail(
  source: Database,
  { id, lease, result }: { id: string; lease: string; result: MailResult },
): Promise<boolean> {
  const { status, error = null, dueAt } = result;
  const [row] = await source.query<{ count: number }[]>(
    `WITH done AS (
       UPDATE notification SET mail_status = $3, mail_error = $4, mail_due_at = $5
       WHERE id = $1 AND mail_lease_id = $2 AND mail_status = 'sending' RETURNING 1)
     SELECT count(*)::int AS count FROM done`,
    [id, lease, status, error, dueAt === undefined ? null : new Date(dueAt)],
  );
  return (row?.count ?? 0) > 0;
}
