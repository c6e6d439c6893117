import type { LoadedEvent, LoadedTurn, MessageRecord } from '@instaflow/db';
import { inboundEventSchema, type InboundEvent } from '@instaflow/flow-engine';
import type { ArrivedResult } from '../effects/result-events-of';
import { storedEventSchema, type StoredEvent } from '../stored-event';

export type Echo = LoadedEvent & { stored: StoredEvent };

export type SplitEvents = {
  /** What the engine decides about. */
  pending: InboundEvent[];
  /** Messages the account itself sent. */
  echoes: Echo[];
  /** What effects of the contact's runs came to. */
  results: ArrivedResult[];
  /** What is noted on messages already there. */
  records: MessageRecord[];
  /** Ids of the events behind `records`. */
  recorded: string[];
  /** Ids of messages that were taken back before anyone answered them. */
  deleted: string[];
};

/**
 * Sorts the open events of a contact. A message that was deleted or edited before its turn takes part as such: it is
 * left out, or has its new text.
 */
export const splitEvents = (turn: LoadedTurn): SplitEvents => {
  const split: SplitEvents = { pending: [], echoes: [], results: [], records: [], recorded: [], deleted: [] };
  for (const loaded of turn.events) {
    const stored = storedEventSchema.parse(loaded.event);
    if (loaded.kind === 'echo') split.echoes.push({ ...loaded, stored });
    else if (stored.result) split.results.push({ dedupeKey: loaded.dedupeKey, result: stored.result });
    else if (isRecordKind(loaded.kind)) {
      split.recorded.push(loaded.id);
      split.records.push(toRecord({ turn, loaded, kind: loaded.kind, stored }));
    } else {
      split.pending.push(toInboundEvent(loaded, stored));
      if (stored.referral) split.records.push(toRecord({ turn, loaded, kind: 'referral', stored }));
    }
  }
  return split.records.length === 0 ? split : withChanges(split);
};

const recordKinds = ['read', 'deletion', 'edit', 'reaction'] as const;
type RecordKind = (typeof recordKinds)[number];

const isRecordKind = (kind: string): kind is RecordKind => recordKinds.some((known) => known === kind);

const toRecord = (input: {
  turn: LoadedTurn;
  loaded: LoadedEvent;
  kind: MessageRecord['kind'];
  stored: StoredEvent;
}): MessageRecord => ({
  kind: input.kind,
  accountId: input.turn.accountId,
  contactId: input.turn.contactId,
  conversationId: input.turn.conversationId,
  mid: input.stored.mid,
  at: input.loaded.at,
  text: input.stored.text,
  reaction: input.stored.reaction ?? null,
  isOwn: input.stored.isOwn ?? false,
  referral: input.kind === 'referral' ? (input.stored.referral ?? null) : null,
});

const toInboundEvent = (loaded: LoadedEvent, stored: StoredEvent): InboundEvent =>
  inboundEventSchema.parse({
    ...stored,
    id: loaded.id,
    kind: loaded.kind,
    at: loaded.at,
    receivedAt: loaded.receivedAt,
  });

const withChanges = (split: SplitEvents): SplitEvents => {
  const deletedMids = new Set<string>();
  const newTexts = new Map<string, string>();
  for (const { kind, mid, text } of split.records) {
    if (mid === null || kind === 'referral') continue;
    if (kind === 'deletion') deletedMids.add(mid);
    if (kind === 'edit' && text !== null) newTexts.set(mid, text);
  }
  const pending: InboundEvent[] = [];
  const deleted: string[] = [];
  for (const event of split.pending) {
    if (event.mid !== null && deletedMids.has(event.mid)) deleted.push(event.id);
    else pending.push({ ...event, text: newTexts.get(event.mid ?? '') ?? event.text });
  }
  return { ...split, pending, deleted };
};
