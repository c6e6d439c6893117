import type { Evidence, Violation } from '../evidence/evidence';
import { listSaid } from '../evidence/deliveries';

/** 1: what was acknowledged with 200 is in the inbox exactly once, and nothing else is. */
export function checkStoredOnce(evidence: Evidence): Violation[] {
  const delivered = evidence.deliveries.filter(({ outcome }) => outcome === 'delivered');
  const acknowledged = new Map(delivered.flatMap(listSaid).map((said) => [said.id, said]));
  const shown = new Map<string, number>();
  for (const { messages } of evidence.contacts) {
    for (const { direction, mid, content } of messages) {
      const id = mid ?? content.commentId;
      if (direction === 'inbound' && id !== null && id !== undefined) shown.set(id, (shown.get(id) ?? 0) + 1);
    }
  }
  const wrong = [...acknowledged.values()].filter(({ id }) => shown.get(id) !== 1);
  return wrong.map(({ id, igsid, kind }) => ({
    invariant: 1,
    about: igsid,
    story: [`The ${kind} ${id} was acknowledged and is in the inbox ${shown.get(id) ?? 0} times.`],
  }));
}
