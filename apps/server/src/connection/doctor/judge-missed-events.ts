import type { MissedEventsReading } from '@instaflow/db';
import type { GraphResult } from '@instaflow/instagram';
import { finding, type Finding } from './finding';
import { skipped } from './judge-token';

/** Webhooks take their time, and Instagram's clock is not ours. */
const toleranceMs = 2 * 60_000;

type Conversations = GraphResult<{ items: readonly { updatedAt: number | null }[] }> | null;
type Known = { reading: MissedEventsReading | null; lastKnownAt: Date | null };

/** Whether Instagram has something that came after everything known here, `now` in epoch milliseconds. */
export function isBehind(
  conversations: Conversations,
  { lastKnownAt, now }: { lastKnownAt: Date | null; now: number },
): boolean {
  if (conversations === null || !conversations.ok) return false;
  const updatedAt = conversations.items[0]?.updatedAt ?? null;
  if (updatedAt === null || updatedAt > now - toleranceMs) return false;
  return updatedAt > (lastKnownAt?.getTime() ?? 0) + toleranceMs;
}

/** Whether messages may have been missed, and how reading them again goes. `conversations`: the latest one at Instagram. */
export function judgeMissedEvents(
  conversations: Conversations,
  { reading, lastKnownAt, now }: Known & { now: number },
): Finding {
  if (conversations === null) return skipped('missed_events');
  const details = detailsOf(reading);
  if (reading?.state === 'running' || reading?.state === 'waiting') {
    const sentence = `What was missed is being read from Instagram: ${reading.eventsRead} events so far.`;
    return finding('missed_events', 'warning', sentence, { details });
  }
  const isMissing = isBehind(conversations, { lastKnownAt, now });
  const fixId = 'recover_missed';
  if (reading?.state === 'failed') {
    const sentence = 'What was missed could not all be read from Instagram. Try again.';
    return finding('missed_events', 'warning', sentence, { fixId, details });
  }
  if (isMissing) {
    const sentence =
      'Instagram has messages that did not arrive here. Read them: what is still fresh is answered, the rest is shown as late.';
    return finding('missed_events', 'warning', sentence, { fixId, details });
  }
  if (!conversations.ok) {
    return finding('missed_events', 'unknown', conversations.sentence, { fixId, details });
  }
  return finding('missed_events', 'passed', passedSentence(reading), { fixId, details });
}

function passedSentence(reading: MissedEventsReading | null): string {
  if (reading?.state !== 'done') return 'Nothing is known to have been missed.';
  const { eventsFound } = reading;
  const when = reading.finishedAt?.toISOString() ?? '';
  return eventsFound === 0
    ? `Nothing was missed, as of ${when}.`
    : `${eventsFound} missed events were read from Instagram, the last at ${when}.`;
}

function detailsOf(reading: MissedEventsReading | null): Finding['details'] {
  if (reading === null) return {};
  const { state, reason, since, eventsRead, eventsFound } = reading;
  return { state, reason, since: since.toISOString(), eventsRead, eventsFound };
}
