import type { Database } from './database';
import { retryOnConflict } from './retry-on-conflict';

/**
 * Puts a contact whose turn failed off until `retryAt`. At the failure number `maxAttempts` its open events become
 * ignored (`internal_error`) and its run fails, so that nothing stays stuck; then the answer is true.
 */
export const failTurn = async (
  source: Database,
  input: { contactId: string; retryAt: number; maxAttempts: number; now: number },
): Promise<boolean> => {
  const [row] = await retryOnConflict(() =>
    source.query<{ given_up: boolean }[]>('SELECT fail_turn($1, $2, $3, $4) AS given_up', [
      input.contactId,
      new Date(input.retryAt),
      input.maxAttempts,
      new Date(input.now),
    ]),
  );
  return row?.given_up ?? false;
};
