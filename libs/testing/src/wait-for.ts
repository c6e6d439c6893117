import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until `condition` answers something truthy, and answers that. A condition that throws counts as
 * "not yet"; the last error is the cause of the failure after `timeoutMs` (default 5 s).
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  options: { timeoutMs?: number; intervalMs?: number; what?: string } = {},
): Promise<Exclude<Awaited<T>, false | null | undefined | '' | 0>> {
  const { timeoutMs = 5_000, intervalMs = 15, what = 'the condition' } = options;
  const giveUpAt = Date.now() + timeoutMs;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await condition();
      // The compiler does not narrow a generic type by truthiness.
      if (answer) return answer as Exclude<Awaited<T>, false | null | undefined | '' | 0>;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > giveUpAt)
      throw new Error(`${what} did not come true within ${timeoutMs} ms`, { cause: lastError });
    await pause(intervalMs);
  }
}
