import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is not null or the time (epoch ms) is over; null then. */
export async function until<T>(
  ask: () => Promise<T | null> | T | null,
  { deadline, everyMs = 100 }: { deadline: number; everyMs?: number },
): Promise<T | null> {
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() >= deadline) return null;
    await pause(everyMs);
  }
}
