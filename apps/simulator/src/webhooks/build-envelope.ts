import type { Switches } from '../state/switches';
import type { World } from '../state/world';
import { isChange, type WebhookEvent } from './webhook-event';

type Entry = Record<string, unknown>;

/** The body of one delivery: neighbouring events of one account and shape share an entry. */
export function buildEnvelope(
  events: readonly WebhookEvent[],
  { switches, accounts }: Pick<World, 'switches' | 'accounts'>,
): unknown {
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
  if (switches.entryIdIsPage) for (const entry of entries) entry['id'] = pageIdOf(accounts, entry['id']);
  const body = { object: 'instagram', entry: entries };
  return switches.bodyWrappedInArray ? [body] : body;
}

function pageIdOf(accounts: World['accounts'], id: unknown): unknown {
  return accounts.get(String(id))?.pageId ?? id;
}

function slotOf(event: WebhookEvent, switches: Switches): string {
  if (isChange(event)) return `${event.accountId}/${switches.commentShape}`;
  if (event.isStandby) return `${event.accountId}/standby`;
  return `${event.accountId}/${switches.messageShape}`;
}

function buildEntries(group: readonly WebhookEvent[], switches: Switches): Entry[] {
  const [first] = group;
  if (!first) return [];
  if (!isChange(first)) {
    if (!first.isStandby && switches.messageShape === 'changes') {
      const changes = group.map((event) => ({ field: event.field, value: event.payload }));
      return [{ id: first.accountId, time: first.at, changes }];
    }
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
