import type { Switches } from '../state/switches';
import { isChange, type WebhookEvent } from './webhook-event';

type Entry = Record<string, unknown>;

/** The body of one delivery: neighbouring events of one account and shape share an entry. */
export function buildEnvelope(events: readonly WebhookEvent[], switches: Switches): unknown {
  const entries: Entry[] = [];
  let group: WebhookEvent[] = [];
  for (const event of events) {
    const first = group[0];
    if (first && slotOf(first, switches) !== slotOf(event, switches)) {
      entries.push(...buildEntries(group, switches));
      group = [];
    }
    group.push(event);
  }
  entries.push(...buildEntries(group, switches));
  const body = { object: 'instagram', entry: entries };
  return switches.bodyWrappedInArray ? [body] : body;
}

function slotOf(event: WebhookEvent, switches: Switches): string {
  if (isChange(event)) return `${event.accountId}/${switches.commentShape}`;
  return `${event.accountId}/${event.isStandby ? 'standby' : 'messaging'}`;
}

function buildEntries(group: readonly WebhookEvent[], switches: Switches): Entry[] {
  const [first] = group;
  if (!first) return [];
  if (!isChange(first)) {
    const key = first.isStandby ? 'standby' : 'messaging';
    return [{ id: first.accountId, time: first.at, [key]: group.map((event) => event.payload) }];
  }
  const time = switches.changesTime === 'seconds' ? Math.floor(first.at / 1000) : first.at;
  if (switches.commentShape === 'flat') {
    return group.map((event) => ({ id: event.accountId, time, field: event.field, value: event.payload }));
  }
  const changes = group.map((event) => ({ field: event.field, value: event.payload }));
  return [{ id: first.accountId, time, changes }];
}
