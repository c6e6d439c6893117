import { z } from 'zod';
import { deliveryStatus } from '@instaflow/contracts';
import type { Tx } from '../transaction';

const deliveryRow = z.object({
  messageLogId: z.string(),
  key: z.string(),
  kind: z.string(),
  deliveryStatus,
  attempts: z.number(),
  mid: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  runId: z.string().nullable(),
  queuedAt: z.date(),
  notBefore: z.date(),
  heldAt: z.date().nullable(),
  quietUntil: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
/** A message of the outbox with what became of it. */
export type DeliveryRow = z.infer<typeof deliveryRow>;

/** Messages by the keys of their effects. */
export const findDeliveriesByKey = (tx: Tx, keys: readonly string[]): Promise<DeliveryRow[]> =>
  keys.length === 0 ? Promise.resolve([]) : read(tx, 'o.idempotency_key = ANY ($1)', keys);

/** One message by its id; null when it never was in the outbox. */
export async function findDelivery(tx: Tx, messageId: string): Promise<DeliveryRow | null> {
  const [row] = await read(tx, 'o.id = $1', messageId);
  return row ?? null;
}

async function read(tx: Tx, condition: string, value: unknown): Promise<DeliveryRow[]> {
  const rows: unknown[] = await tx.query(
    `SELECT o.id AS "messageLogId", o.idempotency_key AS key, o.kind, o.attempts, o.mid, o.run_id AS "runId",
            coalesce(m.delivery_status, o.status) AS "deliveryStatus",
            coalesce(m.error_code, o.error_code) AS "errorCode",
            coalesce(m.error_message, o.error_message) AS "errorMessage",
            o.created_at AS "queuedAt", o.not_before AS "notBefore", o.held_at AS "heldAt",
            CASE WHEN o.status = 'queued' THEN o.quiet_until END AS "quietUntil",
            o.finished_at AS "finishedAt"
     FROM outbound_message o LEFT JOIN message_log m ON m."timestamp" = o.message_at AND m.id = o.id
     WHERE ${condition} ORDER BY o.message_at, o.id`,
    [value],
  );
  return rows.map((row) => deliveryRow.parse(row));
}
