import { requestMissedEvents } from '@instaflow/db';
import type { Dependencies } from '../../dependencies';

/** Farther back than any answer to what was missed could go. */
const lookBackMs = 24 * 3_600_000;

/** Has what an account missed read from Instagram, of the last day at least. Known events are passed over. */
export async function askForMissed(
  { engineSource, clock }: Pick<Dependencies, 'engineSource' | 'clock'>,
  accountId: string,
): Promise<boolean> {
  const count = await requestMissedEvents(engineSource, {
    accountId,
    lookBackMs,
    quietMs: 0,
    now: clock.now(),
  });
  return count > 0;
}
