import type { EventRow, LoadedTurn, OutboundRow, RunRow, TurnChanges, TurnRow } from '@instaflow/db';
import type { AccountSnapshot, RunState, TurnDecision } from '@instaflow/flow-engine';
import { previewOf } from '@instaflow/instagram';
import { messageContent, messageType } from '@instaflow/contracts';
import { effectRowsOf } from '../effects/effect-rows-of';
import { resultEventsOf } from '../effects/result-events-of';
import type { PreparedTurn } from './create-profile-hold';
import type { DecidedContact } from './decide-contact';
import { changesOfContact } from './changes-of-contact';
import { noticesOfEffects } from './notices-of-effects';
import { outboundOfEffects } from './outbound-of-effects';
import { quietRowsOf } from './quiet-rows-of';
import { runRowOf } from './run-row-of';
import type { SplitEvents } from './split-events';
import { wakeAtAfter } from './wake-at-after';
import { withFired } from './with-fired';
import { withMissingMail } from './with-missing-mail';

export type PlannedTurn = TurnChanges & {
  contactId: string;
  /** When the contact is due next, as far as this turn knows. */
  wakeAt: number | null;
};

type PlanInput = {
  turn: PreparedTurn;
  split: SplitEvents;
  decided: DecidedContact;
  /** When an echo that could not be told yet is to be looked at again. */
  echoRetryAt: number | null;
  settings: AccountSnapshot['settings'];
  /** Whether this installation can send mail. */
  hasMail: boolean;
  now: number;
  newId: () => string;
};

/** Turns a decision into what is written. Pure but for `newId`. */
export const planTurn = (input: PlanInput): PlannedTurn => {
  const { turn, split, decided } = input;
  const decision = decided.decision?.kind === 'turn' ? decided.decision : null;
  const wakeAt = wakeAtAfter(input);
  const owner = { contactId: turn.contactId, workspaceId: turn.workspaceId, accountId: turn.accountId };
  const planned: PlannedTurn = {
    contactId: turn.contactId,
    wakeAt,
    turns: [],
    runs: [],
    outbound: [],
    events: recordedEvents(turn, split),
    wakes: [{ ...owner, seq: turn.seq, wakeAt, isFenced: decision !== null }],
    records: split.records,
    effects: [],
    quiet: [],
    notices: [],
  };
  return decision === null ? planned : { ...planned, ...planDecision(input, decision, planned.events) };
};

type Decision = Extract<TurnDecision, { kind: 'turn' }>;

const planDecision = (
  input: PlanInput,
  decision: Decision,
  recorded: EventRow[],
): Pick<TurnChanges, 'turns' | 'runs' | 'outbound' | 'events' | 'effects' | 'quiet' | 'notices'> => {
  const { turn, split, now, newId } = input;
  const turnId = newId();
  const latestAt = Math.max(now, ...turn.events.map(({ at }) => Math.min(at + 1, now + maxSkewMs)));
  const outbound = outboundOfEffects({ turn, effects: decision.effects, at: latestAt, newId });
  return {
    turns: [turnRowOf({ ...input, decision, turnId, outbound })],
    runs: changedRuns(turn, input.decided.run, decision),
    outbound,
    events: [
      ...recorded,
      ...consumedEvents(turn, decision, turnId),
      ...resultEventsOf(turn, split.results, { decision, turnId }),
    ],
    effects: effectRowsOf(turn, decision.effects),
    quiet: quietRowsOf(turn, { decision, outbound }, input.settings),
    notices: noticesOfEffects(turn, decision.effects, input),
  };
};

// Answers stand below what they answer even when the platform's clock is ahead, but never far in the future.
const maxSkewMs = 60_000;

const turnRowOf = (
  input: PlanInput & { decision: Decision; turnId: string; outbound: OutboundRow[] },
): TurnRow => {
  const { turn, decided, decision, outbound, now } = input;
  return {
    contactId: turn.contactId,
    workspaceId: turn.workspaceId,
    accountId: turn.accountId,
    conversationId: turn.conversationId,
    version: turn.version,
    turnId: input.turnId,
    ...walkedRun(decision),
    outcome: decision.candidates.find(({ outcome }) => outcome === 'chosen')?.kind ?? 'nothing',
    candidates: decision.candidates,
    steps: withMissingMail(decision.trace, decision.effects, input),
    ...changesOfContact(decision.effects),
    ...positionOf(decision.run),
    triggerHistory: withFired(decided.triggerHistory, decision, now),
    ...handledEvents(turn, decision),
    outboundCount: outbound.length,
    isDefaultReply: decision.isDefaultReply,
    cooldownUntil: now + input.settings.cooldownMs,
    ...lastMessageOf(outbound),
    profile: turn.profile,
  };
};

/** The run the trace is about. */
const walkedRun = ({ trace, run, endedRun }: Decision): Pick<TurnRow, 'runId' | 'flowId'> => {
  const walked = trace.length === 0 ? null : (run ?? endedRun);
  return { runId: walked?.runId ?? null, flowId: walked?.rootFlowId ?? null };
};

const positionOf = (
  run: RunState | null,
): Pick<TurnRow, 'currentFlowId' | 'currentNodeId' | 'flowContext'> =>
  run !== null && isOpen(run)
    ? { currentFlowId: run.flowId, currentNodeId: run.nodeId, flowContext: run.context }
    : { currentFlowId: null, currentNodeId: null, flowContext: {} };

const isOpen = (run: RunState): boolean => run.status === 'running' || run.status === 'waiting';

const handledEvents = (
  turn: LoadedTurn,
  decision: Decision,
): Pick<TurnRow, 'hasMessages' | 'interactionAt' | 'consolidatedId' | 'consolidatedAt' | 'originalMids'> => {
  const handled = new Set(decision.consumed.flatMap(({ eventIds }) => eventIds));
  // What a person of the account commands is no interaction of the contact.
  const events = turn.events.filter(({ id, kind }) => handled.has(id) && kind !== 'run_command');
  const last = decision.isConsolidated
    ? events.findLast(({ kind, messageId }) => kind !== 'comment' && messageId !== null)
    : undefined;
  return {
    hasMessages: events.some(({ kind, messageId }) => kind !== 'comment' && messageId !== null),
    interactionAt: events.length === 0 ? null : Math.max(...events.map(({ at }) => at)),
    consolidatedId: last?.messageId ?? null,
    consolidatedAt: last?.at ?? null,
    originalMids: decision.originalMids,
  };
};

const lastMessageOf = (
  outbound: readonly OutboundRow[],
): Pick<TurnRow, 'lastMessageId' | 'lastMessageAt' | 'preview'> => {
  const last = outbound.at(-1);
  if (last === undefined) return { lastMessageId: null, lastMessageAt: null, preview: null };
  const preview = previewOf({
    type: messageType.parse(last.type),
    content: messageContent.parse(last.content),
  });
  return { lastMessageId: last.id, lastMessageAt: last.at, preview };
};

const changedRuns = (turn: LoadedTurn, before: RunState | null, decision: Decision): RunRow[] => {
  const rows: RunRow[] = [];
  if (decision.endedRun !== null) rows.push(runRowOf(turn, decision.endedRun, false));
  const { run } = decision;
  if (run !== null && run.runId !== before?.runId) rows.push(runRowOf(turn, run, true));
  else if (run !== null && JSON.stringify(run) !== JSON.stringify(before))
    rows.push(runRowOf(turn, run, false));
  return rows;
};

const consumedEvents = (turn: LoadedTurn, decision: Decision, turnId: string): EventRow[] => {
  const keys = new Map(turn.events.map(({ id, dedupeKey }) => [id, dedupeKey]));
  return decision.consumed.flatMap(({ eventIds, outcome, reason }) =>
    eventIds.flatMap((id): EventRow[] => {
      const dedupeKey = keys.get(id);
      if (dedupeKey === undefined) return [];
      const { accountId, contactId } = turn;
      return [{ accountId, contactId, dedupeKey, isFenced: true, status: outcome, reason, turnId }];
    }),
  );
};

const recordedEvents = (turn: LoadedTurn, split: SplitEvents): EventRow[] => {
  const recorded = new Set(split.recorded);
  const deleted = new Set(split.deleted);
  return turn.events.flatMap(({ id, dedupeKey }): EventRow[] => {
    const common = {
      accountId: turn.accountId,
      contactId: turn.contactId,
      dedupeKey,
      isFenced: false,
      turnId: null,
    };
    if (recorded.has(id)) return [{ ...common, status: 'consumed', reason: 'recorded' }];
    if (deleted.has(id)) return [{ ...common, status: 'ignored', reason: 'deleted' }];
    return [];
  });
};
