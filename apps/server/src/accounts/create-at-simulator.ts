import { request } from 'undici';
import { z } from 'zod';
import { unavailable } from '@instaflow/platform';

const createdAccount = z.object({ userId: z.string(), username: z.string(), accessToken: z.string() });

/**
 * Creates an account at the built-in simulator, with the given name, id and token or ones it chooses. Null when it
 * refuses, such as a name or id that it has already. Throws 503 when it does not answer.
 */
export async function createAtSimulator(
  simulatorUrl: string,
  wanted: { username?: string; userId?: string; accessToken?: string },
): Promise<z.infer<typeof createdAccount> | null> {
  let answer;
  try {
    answer = await request(`${simulatorUrl}/_control/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
      headersTimeout: 5_000,
      bodyTimeout: 5_000,
    });
  } catch (cause) {
    throw unavailable({ message: 'The simulator does not answer. Restart the program.', cause });
  }
  const body: unknown = await answer.body.json().catch(() => null);
  if (answer.statusCode >= 400 && answer.statusCode < 500) return null;
  const parsed = createdAccount.safeParse(body);
  if (!parsed.success) throw unavailable({ message: 'The simulator did not create the account.' });
  return parsed.data;
}
