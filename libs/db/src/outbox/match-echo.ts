import { z } from 'zod';
import type { Queryable } from './queryable';

const echoMatch = z.enum(['known', 'matched', 'in_flight', 'foreign']);
export type EchoMatch = z.infer<typeof echoMatch>;
type Echo = { accountId: string; contactId: string; mid: string; text: string | null; at: number };

/**
 * Whose message an echo is. `known`: its id is in the log. `matched`: a message whose answer is outstanding or was
 * lost; it is settled as sent now. `in_flight`: something to this contact is still under way, ask again in a second.
 * `foreign`: a person wrote it in the Instagram app. `at` is the echo's platform time, epoch ms.
 */
export const matchEcho = async (tx: Queryable, echo: Echo): Promise<EchoMatch> => {
  const match = await ask(tx, echo);
  // The answer to a message under way may be stored between two looks of one question, which then finds the message
  // neither known nor under way. By the second question it is known.
  return match === 'foreign' ? ask(tx, echo) : match;
};

const ask = async (tx: Queryable, echo: Echo): Promise<EchoMatch> => {
  const [row] = await tx.query<{ match: unknown }[]>(
    'SELECT match_echo($1, $2, $3, $4, to_timestamp($5::double precision / 1000.0)) AS match',
    [echo.accountId, echo.contactId, echo.mid, echo.text, echo.at],
  );
  return echoMatch.parse(row?.match);
};
