import type { Tx } from '../transaction';

/**
 * A person answers from now on: the run ends `taken_over`, queued automated messages are cancelled, automation pauses
 * for the account's `humanTakeoverPauseMinutes`, the conversation is open and assigned to `userId`. A turn being
 * decided at this moment loses. False: no such conversation. Repeatable; `now` in epoch milliseconds.
 */
export const takeOverConversation = async (
  tx: Tx,
  input: { conversationId: string; userId: string; now: number },
): Promise<boolean> => {
  const [row] = await tx.query<{ done: boolean }[]>(
    'SELECT take_over_contact(v.contact_id, $2, $3, NULL) AS done FROM conversation v WHERE v.id = $1',
    [input.conversationId, input.userId, new Date(input.now)],
  );
  return row?.done ?? false;
};
