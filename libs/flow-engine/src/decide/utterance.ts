import type { InboundEvent, InboundEventKind } from '../inbound-event';
import type { ConsumedEvents } from '../turn';

/** What the person said as one: the messages up to a tap, or one comment, story mention, referral or command. */
export type Utterance = {
  kind: 'message' | 'comment' | 'story_mention' | 'referral' | 'command';
  events: InboundEvent[];
};

export type PendingEvents = { utterances: Utterance[]; ignored: ConsumedEvents[] };

type Role = 'free' | 'tap' | 'alone' | 'record';
const roles: Record<InboundEventKind, Role> = {
  text: 'free',
  media: 'free',
  story_reply: 'free',
  quick_reply: 'tap',
  postback: 'tap',
  comment: 'alone',
  story_mention: 'alone',
  referral: 'alone',
  run_command: 'alone',
  reaction: 'record',
  read: 'record',
  echo: 'record',
  edit: 'record',
  deletion: 'record',
  unsupported: 'record',
};

/** Sorts unprocessed events into utterances; edits and deletions are applied to messages not yet answered. */
export function groupEvents(events: readonly InboundEvent[]): PendingEvents {
  const ordered = events.toSorted((a, b) => a.at - b.at);
  const edits = listEdits(ordered);
  const deleted = new Set(
    ordered.flatMap((event) => (event.kind === 'deletion' && event.mid ? [event.mid] : [])),
  );
  const pending: PendingEvents = { utterances: [], ignored: [] };
  let open: Utterance | null = null;
  for (const event of ordered) {
    const reason = findIgnoreReason(event, deleted);
    if (reason !== null) {
      pending.ignored.push({ eventIds: [event.id], outcome: 'ignored', reason });
      continue;
    }
    const role = roles[event.kind];
    if (role === 'alone') {
      pending.utterances.push({ kind: aloneKind(event), events: [event] });
      continue;
    }
    const current = withEdit(event, edits);
    if (open) open.events.push(current);
    else {
      open = { kind: 'message', events: [current] };
      pending.utterances.push(open);
    }
    if (role === 'tap') open = null;
  }
  return pending;
}

/** Whether the utterance ends with a tap, which is answered at once. */
export function hasTap({ events }: Utterance): boolean {
  return events.some(({ kind }) => roles[kind] === 'tap');
}

function findIgnoreReason({ kind, mid, comment }: InboundEvent, deleted: ReadonlySet<string>): string | null {
  if (roles[kind] === 'record') return kind;
  if (mid !== null && deleted.has(mid)) return 'deleted';
  return comment?.fromSelf ? 'own_comment' : null;
}

function aloneKind({ kind }: InboundEvent): Utterance['kind'] {
  if (kind === 'run_command') return 'command';
  return kind === 'comment' || kind === 'story_mention' ? kind : 'referral';
}

function withEdit(event: InboundEvent, edits: ReadonlyMap<string, string>): InboundEvent {
  const text = event.mid === null ? undefined : edits.get(event.mid);
  return text === undefined ? event : { ...event, text };
}

function listEdits(events: readonly InboundEvent[]): Map<string, string> {
  const edits = new Map<string, string>();
  for (const { kind, mid, text } of events) if (kind === 'edit' && mid && text) edits.set(mid, text);
  return edits;
}
