import type { LoadedTurn } from '@instaflow/db';
import type { PreparedTurn } from './create-profile-hold';
import {
  contactSnapshotSchema,
  conversationSnapshotSchema,
  runStateSchema,
  type ContactSnapshot,
  type ConversationSnapshot,
  type EffectResult,
  type InboundEvent,
  type RunState,
  type TurnDecision,
  type TurnInput,
} from '@instaflow/flow-engine';
import { z } from 'zod';
import type { AccountContext } from '../accounts/to-account-context';

export type DecideTurn = (input: TurnInput) => TurnDecision;

/** What was decided, or that there is nothing to decide: no event, no timer, no outcome. */
export type DecidedContact = {
  run: RunState | null;
  triggerHistory: Record<string, number>;
  decision: TurnDecision | null;
};

/** Puts what was loaded of a contact before the engine. Throws when stored state cannot be read or the engine fails. */
export const decideContact = (input: {
  turn: PreparedTurn;
  events: InboundEvent[];
  /** What effects came to, beside the message the run waits for. */
  results: EffectResult[];
  context: AccountContext;
  now: number;
  newRunId: string;
  decide: DecideTurn;
}): DecidedContact => {
  const { turn, events, context, now } = input;
  const run = turn.run === null ? null : runStateSchema.parse(turn.run);
  const triggerHistory = triggerHistorySchema.parse(turn.triggerHistory);
  const timerDue = run !== null && run.wakeAt !== null && run.wakeAt <= now;
  const effectResults = [...outcomesOf(turn), ...input.results];
  if (events.length === 0 && !timerDue && effectResults.length === 0) {
    return { run, triggerHistory, decision: null };
  }
  const decision = input.decide({
    now,
    contact: toContact(turn),
    conversation: toConversation(turn),
    account: context.account,
    run,
    events,
    effectResults,
    timerDue,
    triggers: context.triggers,
    triggerHistory,
    findFlow: context.findFlow,
    findVersion: context.findVersion,
    newRunId: input.newRunId,
    die: turn.accountId,
  });
  return { run, triggerHistory, decision };
};

const toContact = (turn: PreparedTurn): ContactSnapshot =>
  contactSnapshotSchema.parse({
    ...turn,
    id: turn.contactId,
    isFollowStateFresh: turn.profile?.isFetched === true && turn.profile.isFollower !== null,
  });

const triggerHistorySchema = z.record(z.string(), z.number());

const windowMs = 24 * 3_600_000;

const toConversation = (turn: LoadedTurn): ConversationSnapshot =>
  conversationSnapshotSchema.parse({
    status: turn.status,
    automationPausedUntil: turn.automationPausedUntil,
    lastAutomatedAt: turn.lastAutomatedAt,
    lastDefaultReplyAt: turn.lastDefaultReplyAt,
    isFirstContact: turn.isFirstContact,
    windowExpiresAt: turn.lastUserMessageAt === null ? null : turn.lastUserMessageAt + windowMs,
    // A comment is one event however often it is delivered, so a second private reply to it cannot come about.
    privateRepliedCommentIds: [],
  });

const outcomesOf = ({ outcome }: LoadedTurn): EffectResult[] => {
  if (outcome === null) return [];
  const { key, status, errorCode } = outcome;
  if (status === 'sent') return [{ key, outcome: 'sent', reason: null }];
  // It may well have arrived: going on as after a failure could say the same thing twice.
  if (status === 'uncertain') return [{ key, outcome: 'sent', reason: 'unconfirmed' }];
  if (errorCode === 'outside_messaging_window')
    return [{ key, outcome: 'outside_window', reason: errorCode }];
  return [{ key, outcome: 'failed', reason: errorCode ?? status }];
};
