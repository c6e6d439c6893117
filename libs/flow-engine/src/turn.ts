import { z } from 'zod';
import { matchModeSchema, type JsonValue } from '@instaflow/flow-model';
import type { AccountSnapshot } from './account-snapshot';
import type { ContactSnapshot } from './contact-snapshot';
import type { Effect } from './effect';
import type { FindFlow, FindVersion } from './flow-source';
import type { InboundEvent } from './inbound-event';
import type { EffectResult } from './run-input';
import type { RunState } from './run-state';
import type { TraceStep } from './trace-step';

export const triggerTypes = [
  'welcome_message',
  'dm_keyword',
  'comment_keyword',
  'story_mention',
  'story_reply',
  'ice_breaker',
  'ref_link',
  'live_comment',
  'default_reply',
] as const;

export const triggerSnapshotSchema = z.object({
  id: z.string(),
  flowId: z.string(),
  type: z.enum(triggerTypes),
  /** Comma-separated; empty or null fires on anything of its kind. */
  keyword: z.string().nullable(),
  match: matchModeSchema.default('contains_word'),
  /** Forgives slips of the pen in keywords (not in excluded ones), for the matches `exact` and `contains_word`. */
  allowTypos: z.boolean().default(false),
  excludeKeywords: z.string().nullable().default(null),
  priority: z.number().default(0),
  oncePerContactHours: z.number().nullable().default(null),
  postPermalink: z.string().nullable().default(null),
  /** The post itself, once it is known at Instagram. */
  mediaId: z.string().nullable().default(null),
  /** `next`: the first post after the trigger was made; without a `mediaId` it is not out yet. */
  postScope: z.enum(['all', 'one', 'next']).default('all'),
  /** Answers a person once below each post. */
  oncePerPost: z.boolean().default(false),
  /** Of an ice breaker or menu item that starts a flow by itself: exactly the payload of its tap. */
  tapPayload: z.string().nullable().default(null),
  publicReplies: z.array(z.string()).default([]),
  isActive: z.boolean().default(true),
  /** Epoch milliseconds; of two equal triggers the older one wins. */
  createdAt: z.number(),
});
export type TriggerSnapshot = z.infer<typeof triggerSnapshotSchema>;
export type TriggerType = TriggerSnapshot['type'];

export const conversationSnapshotSchema = z.object({
  status: z.enum(['open', 'pending_human', 'scheduled', 'closed']),
  automationPausedUntil: z.number().nullable(),
  lastAutomatedAt: z.number().nullable(),
  lastDefaultReplyAt: z.number().nullable(),
  /** No message of this contact was ever handled before the events of this turn. */
  isFirstContact: z.boolean(),
  /** End of the 24-hour window as known before this turn's events; null when it never opened. */
  windowExpiresAt: z.number().nullable().default(null),
  /** Comments that have already had their one private reply. */
  privateRepliedCommentIds: z.array(z.string()).default([]),
});
export type ConversationSnapshot = z.infer<typeof conversationSnapshotSchema>;

/** Everything a decision depends on; nothing else does. */
export type TurnInput = {
  now: number;
  contact: ContactSnapshot;
  conversation: ConversationSnapshot;
  account: AccountSnapshot;
  run: RunState | null;
  /** All unprocessed events of the contact in platform order. */
  events: InboundEvent[];
  effectResults?: EffectResult[];
  /** Whether the run's `wakeAt` may be acted on in this turn, when it has come. */
  timerDue: boolean;
  triggers: TriggerSnapshot[];
  /** Trigger id, or `<trigger id>@<post>` → epoch milliseconds it last fired for this contact. */
  triggerHistory: Record<string, number>;
  findFlow: FindFlow;
  findVersion: FindVersion;
  /** Id of the run this turn begins, when it begins one, and part of the keys of answers without a run: new in every turn. */
  newRunId: string;
  /** Seed of every random choice; stable per account, so that choices are sticky per contact. */
  die: string;
};

/** One thing that could have answered, and why it did or did not. */
export type Candidate = {
  kind:
    | 'record'
    | 'opt_out'
    | 'opt_in'
    | 'pause'
    | 'human'
    | 'waiting_run'
    | 'trigger'
    | 'welcome_message'
    | 'invalid_input'
    | 'ai'
    | 'fallback_rule'
    | 'default_reply'
    | 'command'
    | 'timer'
    | 'effect_result'
    | 'nothing';
  id: string | null;
  name: string | null;
  outcome: 'chosen' | 'rejected';
  reason: string;
  /** Of a command: what was asked, by whom and why. */
  detail?: Record<string, JsonValue>;
};

export type ConsumedEvents = { eventIds: string[]; outcome: 'consumed' | 'ignored'; reason: string };

export type TurnDecision =
  | { kind: 'wait'; until: number; reason: 'debounce' | 'cooldown' | 'paused' }
  | {
      kind: 'turn';
      /** The contact's run after the turn: still waiting, just ended, untouched, or null when there is none. */
      run: RunState | null;
      /** The run this turn's new run replaced. */
      endedRun: RunState | null;
      contact: ContactSnapshot;
      effects: Effect[];
      /** Events of this turn; what is not listed stays unprocessed for the next turn. */
      consumed: ConsumedEvents[];
      candidates: Candidate[];
      trace: TraceStep[];
      /** The trigger that fired, to be put into the trigger history at `now`. */
      firedTriggerId: string | null;
      /** The post whose comment fired it; null or absent when it was no comment. */
      firedForPost?: string | null;
      /** A default reply was given: remember `now` as `lastDefaultReplyAt`. */
      isDefaultReply: boolean;
      isConsolidated: boolean;
      originalMids: string[];
      /** The turn follows from a timer and not from what the person said: quiet hours hold its messages. */
      isOwnAccord: boolean;
      /** When the quiet hours end that hold this turn's messages; null when nothing holds them. */
      heldUntil: number | null;
      /** When the contact's next turn is due; `now` when events are left; null when only the person can go on. */
      nextWakeAt: number | null;
    };
