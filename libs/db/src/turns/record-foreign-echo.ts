import type { Tx } from '../transaction';

/** A message a person of the account wrote elsewhere, as it is logged. `at` in epoch milliseconds. */
export type ForeignMessage = {
  id: string;
  at: number;
  type: string;
  content: object;
  mid: string;
  preview: string;
  /** Of the echo's event. */
  dedupeKey: string;
};

/**
 * A person of the account wrote in the Instagram app: logs the message as outbound and human, takes the conversation
 * over and consumes the echo, all of it once. `now` in epoch milliseconds.
 */
export const recordForeignEcho = async (
  tx: Tx,
  input: { contactId: string; message: ForeignMessage; now: number },
): Promise<boolean> => {
  const [row] = await tx.query<{ done: boolean }[]>('SELECT take_over_contact($1, NULL, $2, $3) AS done', [
    input.contactId,
    new Date(input.now),
    JSON.stringify(input.message),
  ]);
  return row?.done ?? false;
};
