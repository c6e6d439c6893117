import type { InboundEvent } from '../inbound-event';
import type { Reply } from './step';

/** The messages of one turn as one answer: their texts, and the payload of the last tap among them. */
export function buildReply(events: readonly InboundEvent[]): Reply {
  const texts = events.flatMap(({ text }) => (text === null || text.trim() === '' ? [] : [text]));
  const payload = events.findLast((event) => event.payload !== null)?.payload ?? null;
  return { texts, text: texts.length > 0 ? texts.join('\n') : null, payload, events: [...events] };
}
