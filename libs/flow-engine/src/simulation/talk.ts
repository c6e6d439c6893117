import type { JsonValue } from '@instaflow/flow-model';
import type { AccountSnapshot } from '../account-snapshot';
import type { ContactSnapshot } from '../contact-snapshot';
import type { Effect } from '../effect';
import type { FindFlow, FindVersion, FlowSource } from '../flow-source';
import type { InboundEvent } from '../inbound-event';
import type { EffectResult } from '../run-input';
import type { RunState } from '../run-state';
import type { TraceStep } from '../trace-step';
import type { Candidate, ConversationSnapshot, TriggerSnapshot } from '../turn';

/** What another program answers a call of a node with; `failure` when it does not answer: `timeout`, … */
export type StubbedAnswer = { status: number; body: JsonValue } | { failure: string };

/**
 * What a talk happens in. It is given anew with every move and may be another one each time: an edit of the draft
 * counts from the next move on.
 */
export type TalkWorld = {
  /** What is tried out. It is its own published version, whatever `findFlow` knows. */
  draft: FlowSource;
  account: AccountSnapshot;
  triggers: readonly TriggerSnapshot[];
  findFlow: FindFlow;
  findVersion: FindVersion;
  /** Of every random choice. */
  seed: string;
  /** Node of a randomizer → the branch it takes. */
  forcedBranches?: Readonly<Record<string, string>>;
  /** Node → what its call is answered, or why not; 200 and `{}` when nothing is said. */
  answers?: Readonly<Record<string, StubbedAnswer>>;
  /** Node → what becomes of its messages; they arrive when nothing is said. */
  sendFailures?: Readonly<Record<string, 'failed' | 'outside_window'>>;
};

/** What became of an effect; `held` until `heldUntil` by quiet hours. */
export type TalkDelivery = 'done' | 'held' | 'failed' | 'outside_window';

/** One thing that happened, in the order it happened. Times are epoch milliseconds, `move` counts from 0. */
export type TalkLine =
  | { kind: 'event'; at: number; move: number; event: InboundEvent }
  | {
      kind: 'effect';
      at: number;
      move: number;
      effect: Effect;
      delivery: TalkDelivery;
      reason: string | null;
      heldUntil: number | null;
    };

/** A value of the contact (`contact.…`, `contact.tags`) or of the run (`flow.…`); null is none. */
export type ValueChange = { name: string; before: JsonValue; after: JsonValue };

export type TalkStep = TraceStep & { changes: ValueChange[] };

/** One decision: what set it off, what was tried, what was done. */
export type TalkTurn = {
  at: number;
  move: number;
  cause: 'start' | 'event' | 'timer' | 'outcome';
  events: InboundEvent[];
  results: EffectResult[];
  candidates: Candidate[];
  steps: TalkStep[];
  /** The run after the turn. */
  run: Pick<RunState, 'runId' | 'status' | 'reason' | 'nodeId'> | null;
};

/**
 * One conversation with the engine on a clock of its own: JSON, never changed in place. An earlier one kept is a
 * step back.
 */
export type Talk = {
  now: number;
  contact: ContactSnapshot;
  conversation: ConversationSnapshot;
  /** The contact's last run, open or ended. */
  run: RunState | null;
  /** When the run goes on by itself; null when only the person can go on. */
  nextWakeAt: number | null;
  triggerHistory: Record<string, number>;
  /** What was said and is not answered yet: only where an account debounces or cools down. */
  pending: InboundEvent[];
  /** Outcomes not taken yet: only while something pauses. */
  results: EffectResult[];
  lines: TalkLine[];
  turns: TalkTurn[];
  /** Moves played so far. */
  moves: number;
  /** Ids given so far; the next one follows from it. */
  ids: number;
};
