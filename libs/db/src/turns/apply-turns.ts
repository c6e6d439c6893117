import type { EffectRow } from '../effects/effect-row';
import type { NoticeRow } from '../notifications/notice-row';
import type { ProfileResult } from '../outbox/contact-profiles';
import type { QuietRow } from '../quiet-hours/quiet-row';
import type { Database } from './database';
import { retryOnConflict } from './retry-on-conflict';

type Owner = { contactId: string; workspaceId: string; accountId: string };

/** The contact, conversation and trace after one turn. Null columns of changes mean: unchanged. */
export type TurnRow = Owner & {
  conversationId: string;
  version: number;
  turnId: string;
  runId: string | null;
  flowId: string | null;
  outcome: string;
  candidates: readonly unknown[];
  steps: readonly unknown[];
  addTags: string[] | null;
  removeTags: string[];
  setAttributes: Record<string, unknown> | null;
  dropAttributes: string[];
  /** Null: unchanged. True also cancels what is queued. */
  optedOut: boolean | null;
  currentFlowId: string | null;
  currentNodeId: string | null;
  flowContext: object;
  triggerHistory: Record<string, number>;
  hasMessages: boolean;
  interactionAt: number | null;
  outboundCount: number;
  needsHuman: boolean;
  noteToAgent: string | null;
  isDefaultReply: boolean;
  cooldownUntil: number;
  lastMessageId: string | null;
  lastMessageAt: number | null;
  preview: string | null;
  consolidatedId: string | null;
  consolidatedAt: number | null;
  originalMids: string[];
  /** Fetched for this turn: kept with it, or counted as an attempt. Null: nobody asked. */
  profile: ProfileResult | null;
};

export type RunRow = Owner & {
  runId: string;
  isNew: boolean;
  flowId: string;
  flowVersionId: string;
  triggerId: string | null;
  status: string;
  waitingFor: 'input' | 'timer' | 'effect' | null;
  nodeId: string | null;
  state: object;
  stepCount: number;
  wakeAt: number | null;
  reason: string | null;
  startedAt: number;
  endedAt: number | null;
};

/** One message of the outbox and of the message log; `index` is its place among those of the turn. */
export type OutboundRow = Owner & {
  id: string;
  at: number;
  conversationId: string;
  index: number;
  priority: number;
  kind: 'message' | 'private_reply' | 'comment_reply';
  payload: object;
  key: string;
  flowId: string | null;
  runId: string | null;
  nodeId: string | null;
  type: string;
  content: object;
};

/** `isFenced`: only when the contact's turn wins. */
export type EventRow = {
  accountId: string;
  contactId: string;
  dedupeKey: string;
  isFenced: boolean;
  status: 'consumed' | 'ignored';
  reason: string;
  turnId: string | null;
};

/** When the contact is due next; null: not before something arrives. */
export type WakeRow = Owner & { seq: number | null; wakeAt: number | null; isFenced: boolean };

/** What Instagram said about a message that is already there. */
export type MessageRecord = {
  kind: 'read' | 'deletion' | 'edit' | 'reaction' | 'referral';
  accountId: string;
  contactId: string;
  conversationId: string;
  mid: string | null;
  at: number;
  text: string | null;
  reaction: string | null;
  /** Told of the account itself, not of the person. */
  isOwn: boolean;
  /** Through which link or advertisement the person came. */
  referral: object | null;
};

export type TurnChanges = {
  turns: TurnRow[];
  runs: RunRow[];
  outbound: OutboundRow[];
  events: EventRow[];
  wakes: WakeRow[];
  records: MessageRecord[];
  /** What runs ask of the outside. */
  effects: EffectRow[];
  /** Messages that quiet hours hold, or that have to wait behind such. */
  quiet: QuietRow[];
  /** What the team is told. */
  notices: NoticeRow[];
};

export type AppliedTurns = {
  /** Contacts whose turn was applied; of the others nothing was written. */
  winners: string[];
  /** Contacts for which something arrived meanwhile. */
  moved: string[];
};

/** Applies turns of many contacts in one transaction and one round trip. Every contact needs a row in `wakes`. */
export const applyTurns = async (
  source: Database,
  changes: TurnChanges,
  now: number,
): Promise<AppliedTurns> => {
  const parameters = [
    JSON.stringify(changes.turns),
    JSON.stringify(changes.runs),
    JSON.stringify(changes.outbound),
    JSON.stringify(changes.events),
    JSON.stringify(changes.wakes),
    JSON.stringify(changes.records),
    new Date(now),
  ];
  const { effects, quiet, notices } = changes;
  const extras = [effects, quiet, notices];
  const hasExtras = extras.some((rows) => rows.length > 0);
  const [row] = await retryOnConflict(() =>
    source.query<{ applied: AppliedTurns }[]>(
      hasExtras ? applyWithExtras : 'SELECT apply_turns($1, $2, $3, $4, $5, $6, $7) AS applied',
      hasExtras ? [...parameters, ...extras.map((rows) => JSON.stringify(rows))] : parameters,
    ),
  );
  return row?.applied ?? { winners: [], moved: [] };
};

// One statement, so that all of it stands or falls with the turns that ask for it.
const applyWithExtras = `
  SELECT a.applied, request_effects($8, a.applied, $7), hold_quiet_messages($9, a.applied), tell_team($10, a.applied, $7)
  FROM (SELECT apply_turns($1, $2, $3, $4, $5, $6, $7) AS applied OFFSET 0) a`;
