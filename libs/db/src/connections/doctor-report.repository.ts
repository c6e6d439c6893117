import { z } from 'zod';
import { doctorReport, type DoctorReport } from '@instaflow/contracts';
import { accountRepository } from '../accounts/account.repository';
import type { Database } from '../turns/database';
import type { Tx } from '../transaction';

const factsRow = z.object({
  lastWebhookAt: z.date().nullable(),
  blockedUntil: z.date().nullable(),
  blockReason: z.string().nullable(),
  failed: z.number(),
  uncertain: z.number(),
});
/** What the program itself knows about how an account does. */
export type AccountFacts = z.infer<typeof factsRow>;

/** Reports of the connection doctor: the latest one of each account. */
export const doctorReportRepository = {
  async find(tx: Tx, accountId: string): Promise<DoctorReport | null> {
    const rows = await tx.query<{ report: unknown }[]>(
      'SELECT report FROM doctor_report WHERE instagram_account_id = $1',
      [accountId],
    );
    // A report of another version is as good as none: the checks run again.
    const parsed = doctorReport.safeParse(rows[0]?.report);
    return parsed.success ? parsed.data : null;
  },

  /** Keeps a report. Owners and admins are told when the state became `failed`. */
  async save(
    tx: Tx,
    {
      report,
      workspaceId,
      sentence,
      now,
    }: { report: DoctorReport; workspaceId: string; sentence: string; now: number },
  ): Promise<void> {
    const rows = await tx.query<{ wasFailed: boolean }[]>(
      `WITH old AS (SELECT state FROM doctor_report WHERE instagram_account_id = $1 FOR UPDATE), put AS (
         INSERT INTO doctor_report (instagram_account_id, workspace_id, state, report, checked_at)
         VALUES ($1, $2, $3, $4::jsonb, $5)
         ON CONFLICT (instagram_account_id) DO UPDATE
           SET state = excluded.state, report = excluded.report, checked_at = excluded.checked_at)
       SELECT coalesce((SELECT state FROM old) = 'failed', false) AS "wasFailed"`,
      [report.instagramAccountId, workspaceId, report.state, JSON.stringify(report), new Date(now)],
    );
    if (report.state !== 'failed' || rows[0]?.wasFailed !== false) return;
    const day = Math.floor(now / dayMs);
    await accountRepository.tellOwners(tx, {
      id: report.instagramAccountId,
      workspaceId,
      key: `doctor/${report.instagramAccountId}/${day}`,
      message: sentence,
      now,
    });
  },

  async findFacts(tx: Tx, { accountId, since }: { accountId: string; since: number }): Promise<AccountFacts> {
    const rows: unknown[] = await tx.query(
      `SELECT p.last_webhook_at AS "lastWebhookAt", p.blocked_until AS "blockedUntil", p.block_reason AS "blockReason",
         (SELECT count(*)::int FROM message_log m WHERE m.instagram_account_id = $1 AND m."timestamp" >= $2
            AND m.direction = 'outbound' AND m.delivery_status = 'failed') AS failed,
         (SELECT count(*)::int FROM message_log m WHERE m.instagram_account_id = $1 AND m."timestamp" >= $2
            AND m.direction = 'outbound' AND m.delivery_status = 'uncertain') AS uncertain
       FROM account_pacing p WHERE p.instagram_account_id = $1`,
      [accountId, new Date(since)],
    );
    return factsRow.parse(
      rows[0] ?? { lastWebhookAt: null, blockedUntil: null, blockReason: null, failed: 0, uncertain: 0 },
    );
  },

  /** Takes up to `limit` accounts whose daily check is due; the next one is due after `everyMs`. */
  async claimDue(
    source: Database,
    { now, everyMs, limit }: { now: number; everyMs: number; limit: number },
  ): Promise<{ id: string; workspaceId: string }[]> {
    return source.query<{ id: string; workspaceId: string }[]>(
      `WITH due AS (
         SELECT id FROM instagram_account WHERE status <> 'disconnected' AND doctor_at <= $1
         ORDER BY doctor_at LIMIT $3 FOR UPDATE SKIP LOCKED
       ), taken AS (
         UPDATE instagram_account a SET doctor_at = $1 + $2 * interval '1 millisecond' FROM due WHERE a.id = due.id
         RETURNING a.id, a.workspace_id AS "workspaceId")
       SELECT * FROM taken`,
      [new Date(now), everyMs, limit],
    );
  },
};

const dayMs = 24 * 3_600_000;
