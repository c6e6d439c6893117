import type { MessageContent, MessageType } from '@instaflow/contracts';
import { z } from 'zod';
import type { Queryable } from './queryable';

export type HumanMessagePart = {
  /** Becomes the id in the message log. */
  id: string;
  /** `{message}` as the outbox keeps it. */
  payload: object;
  type: MessageType;
  content: MessageContent;
  preview: string;
};

const outcome = z.discriminatedUnion('kind', [
  /** `messageAt`: the time of each part in the message log, epoch ms. */
  z.object({ kind: z.literal('queued'), messageAt: z.array(z.number()) }),
  z.object({ kind: z.literal('not_found') }),
  z.object({ kind: z.literal('outside_messaging_window') }),
]);
export type HumanMessageOutcome = z.infer<typeof outcome>;

/**
 * Queues what a person wrote, before everything automated, as one message per part. In the same transaction: the
 * contact's run ends `taken_over`, queued automated messages are cancelled, the conversation is open and automation
 * pauses for the account's `humanTakeoverPauseMinutes`. Refused when the contact last wrote more than 7 days ago.
 */
export const enqueueHumanMessage = async (
  tx: Queryable,
  {
    conversationId,
    userId,
    parts,
    now,
  }: { conversationId: string; userId: string | null; parts: readonly HumanMessagePart[]; now: number },
): Promise<HumanMessageOutcome> => {
  const [row] = await tx.query<{ outcome: unknown }[]>(
    'SELECT enqueue_human_message($1, $2, $3, to_timestamp($4::double precision / 1000.0)) AS outcome',
    [conversationId, userId, JSON.stringify(parts), now],
  );
  return outcome.parse(row?.outcome);
};
