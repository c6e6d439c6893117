import type { JsonValue, KnownNode } from '@instaflow/flow-model';
import type { AccountSnapshot } from '../account-snapshot';
import type { ContactSnapshot } from '../contact-snapshot';
import type { Effect, OutgoingMessage } from '../effect';
import type { FindFlow, FlowSource } from '../flow-source';
import type { InboundEvent } from '../inbound-event';
import type { Signal } from '../rules/pick-connection';
import type { EffectResult } from '../run-input';
import type { RunState, WaitingFor } from '../run-state';

/** Why an executor is called: the run enters the node, or comes back to it with what it waited for. */
export type StepInput =
  | { kind: 'enter' }
  | { kind: 'reply'; reply: Reply }
  | { kind: 'timer' }
  | { kind: 'effect_result'; result: EffectResult };

/** What the person answered: one tap, or the texts of one turn. */
export type Reply = { texts: string[]; text: string | null; payload: string | null; events: InboundEvent[] };

export type StepContext<N extends KnownNode = KnownNode> = {
  node: N;
  input: StepInput;
  run: RunState;
  contact: ContactSnapshot;
  account: AccountSnapshot;
  scope: Record<string, JsonValue>;
  findFlow: FindFlow;
  now: number;
  die: string;
};

type OriginField = 'key' | 'runId' | 'flowId' | 'flowVersionId' | 'nodeId';
type WithoutOrigin<E> = E extends Effect ? Omit<E, OriginField> : never;

/** An effect before the walk gives it its key. Messages become private replies, or are held, by the walk. */
export type EffectDraft =
  | { kind: 'send_message'; message: OutgoingMessage; reportsOutcome: boolean }
  | WithoutOrigin<
      Exclude<Effect, { kind: 'send_message' | 'private_reply' | 'opt_in' | 'opt_out' | 'notify_owner' }>
    >;

type Outcome = {
  effects?: EffectDraft[];
  /** The contact as this step leaves it. */
  contact?: ContactSnapshot;
  /** `flow.*` as this step leaves it. */
  context?: Record<string, JsonValue>;
  /** What the trace shows of this step. */
  detail?: Record<string, JsonValue>;
};

/** What a step came to. */
export type StepResult =
  | (Outcome & { outcome: 'advanced'; signal: Signal; goTo?: FlowSource; reason?: string })
  | (Outcome & { outcome: 'waiting'; waitingFor: StepWait })
  | (Outcome & { outcome: 'finished'; reason: string })
  | (Outcome & { outcome: 'failed'; reason: string });

/** As `WaitingFor`, but the key of an effect is the walk's to know. */
export type StepWait =
  Exclude<WaitingFor, { kind: 'effect' | 'opening' }> | { kind: 'sent' } | { kind: 'answer' };

/** Carries a node of one kind through a step. Pure: time, dice and contact come in, effects go out as data. */
export type Executor = (context: StepContext) => StepResult;
