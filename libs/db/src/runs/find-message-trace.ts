import { z } from 'zod';
import { ContactTurnEntity } from '../contacts/contact-turn.entity';
import { MessageEntity } from '../messages/message.entity';
import type { Tx } from '../transaction';
import { timeOfId } from './time-of-id';
import { tracedMessage } from './traced-message';

const hourMs = 3_600_000;
const minuteMs = 60_000;

const eventRow = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.enum(['received', 'consumed', 'ignored', 'unhandled']),
  reason: z.string().nullable(),
  receivedAt: z.date(),
  turnId: z.string().nullable(),
  nextTurnAt: z.date().nullable(),
});
/** The event behind an inbound message. `nextTurnAt`: when one that is not handled yet is looked at. */
export type MessageEvent = z.infer<typeof eventRow>;

/**
 * A message by its id and account alone. Meta repeats a webhook for up to 36 hours, so its time can be that much older than
 * its id; one whose time is farther off is found by its trace, as long as that is kept.
 */
export async function findMessageOfAccount(
  tx: Tx,
  { id, accountId }: { id: string; accountId: string },
): Promise<MessageEntity | null> {
  const madeAt = timeOfId(id);
  for (const beforeMs of [5 * minuteMs, 40 * hourMs]) {
    const found = await tx
      .createQueryBuilder(MessageEntity, 'message')
      .where({ id, instagramAccountId: accountId })
      .andWhere('message.timestamp BETWEEN :since AND :until', {
        since: new Date(madeAt - beforeMs),
        until: new Date(madeAt + hourMs),
      })
      .getOne();
    if (found !== null) return found;
  }
  const [traced] = await tx.query<{ message_at: Date }[]>(
    `SELECT t.message_at FROM (${tracedMessage}) t WHERE t.instagram_account_id = $2`,
    [id, accountId],
  );
  return traced
    ? tx.findOneBy(MessageEntity, { id, instagramAccountId: accountId, timestamp: traced.message_at })
    : null;
}

/** The event an inbound message came with; null when it is no longer kept. */
export async function findEventOfMessage(tx: Tx, message: MessageEntity): Promise<MessageEvent | null> {
  const madeAt = timeOfId(message.id);
  const rows: unknown[] = await tx.query(
    `SELECT e.id, e.kind, e.status, e.reason, e.received_at AS "receivedAt", e.turn_id AS "turnId",
            CASE WHEN e.status = 'received' THEN w.wake_at END AS "nextTurnAt"
     FROM inbound_event e LEFT JOIN contact_wake w ON w.contact_id = e.contact_id
     WHERE e.received_at BETWEEN $3 AND $4 AND e.instagram_account_id = $2 AND e.id = $1`,
    [
      message.id,
      message.instagramAccountId,
      new Date(madeAt - minuteMs),
      // The id is made before the batch is stored, which may have to wait for the database.
      new Date(madeAt + 2 * minuteMs),
    ],
  );
  return rows.length === 0 ? null : eventRow.parse(rows[0]);
}

/** The turn that wrote a message: both bear the instant it was applied at. */
export const findTurnAt = (
  tx: Tx,
  { contactId, workspaceId, at }: { contactId: string; workspaceId: string; at: Date },
): Promise<ContactTurnEntity | null> => tx.findOneBy(ContactTurnEntity, { contactId, workspaceId, at });

export const findTurn = (
  tx: Tx,
  key: { id: string; workspaceId: string },
): Promise<ContactTurnEntity | null> => tx.findOneBy(ContactTurnEntity, key);
