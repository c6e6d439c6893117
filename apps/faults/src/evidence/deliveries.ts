import { z } from 'zod';
import type { WebhookDelivery } from './ledger-entry';

const envelope = z.object({
  entry: z.array(
    z.object({
      id: z.string(),
      messaging: z
        .array(
          z.looseObject({
            sender: z.object({ id: z.string() }),
            timestamp: z.number().optional(),
            message: z.looseObject({ mid: z.string(), is_echo: z.boolean().optional() }).optional(),
          }),
        )
        .optional(),
      changes: z
        .array(
          z.looseObject({
            field: z.string(),
            value: z.looseObject({ id: z.string(), from: z.looseObject({ id: z.string() }) }),
          }),
        )
        .optional(),
    }),
  ),
});

/** Something a person said: a message by its `mid`, a comment by its id. */
export type Said = { userId: string; igsid: string; id: string; kind: 'message' | 'comment' };

/** What people said in a delivery; echoes, reads and the account's own comments are left out. */
export function listSaid({ body }: Pick<WebhookDelivery, 'body'>): Said[] {
  const parsed = envelope.safeParse(JSON.parse(body));
  if (!parsed.success) return [];
  return parsed.data.entry.flatMap(({ id: userId, messaging = [], changes = [] }): Said[] => [
    ...messaging.flatMap(({ sender, message }): Said[] =>
      message === undefined || message.is_echo === true
        ? []
        : [{ userId, igsid: sender.id, id: message.mid, kind: 'message' }],
    ),
    ...changes.flatMap(({ value }): Said[] =>
      value.from.id === userId ? [] : [{ userId, igsid: value.from.id, id: value.id, kind: 'comment' }],
    ),
  ]);
}

/** The echoes in a delivery: messages Instagram took, with the time it took them at. */
export function listEchoes({ body }: Pick<WebhookDelivery, 'body'>): { mid: string; takenAt: number }[] {
  const parsed = envelope.safeParse(JSON.parse(body));
  if (!parsed.success) return [];
  return parsed.data.entry
    .flatMap(({ messaging = [] }) => messaging)
    .flatMap(({ message, timestamp }) =>
      message?.is_echo === true && timestamp !== undefined ? [{ mid: message.mid, takenAt: timestamp }] : [],
    );
}

/** Whether the program answered 200 to a delivery with this message. */
export function acknowledges(delivery: WebhookDelivery, mid: string): boolean {
  return delivery.outcome === 'delivered' && delivery.body.includes(mid);
}
