import { z } from 'zod';
import { jsonValueSchema } from '@instaflow/flow-model';
import { heldMessageSchema } from './effect';

export const runStatuses = [
  'running',
  'waiting',
  'completed',
  'failed',
  'replaced',
  'taken_over',
  'expired',
  'cancelled',
] as const;
export type RunStatus = (typeof runStatuses)[number];

export const waitingForSchema = z.discriminatedUnion('kind', [
  /** The person's answer: `reply` to a message's buttons or keywords, `value` for `get_input`. */
  z.object({
    kind: z.literal('input'),
    nodeId: z.string(),
    expects: z.enum(['reply', 'value']),
    /** Answers refused so far. */
    attempt: z.number(),
    timeoutAt: z.number().nullable(),
  }),
  z.object({ kind: z.literal('timer'), until: z.number() }),
  /** The outcome of an effect. */
  z.object({ kind: z.literal('effect'), key: z.string() }),
  /** Any word of the person: a private reply went out, and nothing else may before they answer. Then `nodeId`. */
  z.object({ kind: z.literal('opening'), nodeId: z.string().nullable() }),
]);
export type WaitingFor = z.infer<typeof waitingForSchema>;

/** One person's walk through a flow: JSON, kept as jsonb, parsed with this schema when read. */
export const runStateSchema = z.object({
  runId: z.string(),
  /** Where the run stands now; a `go_to_flow` changes these two. */
  flowId: z.string(),
  flowVersionId: z.string(),
  /** The flow that was triggered. */
  rootFlowId: z.string(),
  rootFlowVersionId: z.string(),
  triggerId: z.string().nullable(),
  status: z.enum(runStatuses),
  /** Why the run ended or failed: `loop_detected`, `template_error`, `outside_messaging_window`, … */
  reason: z.string().nullable(),
  nodeId: z.string().nullable(),
  waitingFor: waitingForSchema.nullable(),
  /** Epoch milliseconds at which a `timer` input is due; null when only the person can go on. */
  wakeAt: z.number().nullable(),
  /** Nodes entered so far, at most 1,000. */
  stepCount: z.number(),
  /** The index of the next effect of the node's current visit. */
  nextEffectIndex: z.number(),
  visits: z.record(z.string(), z.number()),
  /** `flow.*` in templates and rules. */
  context: z.record(z.string(), jsonValueSchema),
  /** Flows to come back to after a `go_to_flow`. */
  callStack: z.array(z.object({ flowId: z.string(), flowVersionId: z.string(), nodeId: z.string() })),
  /** Every button sent by this run: a tap on any of them belongs to the run. */
  sentButtons: z.array(
    z.object({ payload: z.string(), title: z.string(), flowVersionId: z.string(), nodeId: z.string() }),
  ),
  /** The comment that began the run. */
  commentId: z.string().nullable(),
  /** `unsent` → the next message goes out as private reply → `unanswered` → the person wrote → `answered`. */
  privateReply: z.enum(['none', 'unsent', 'unanswered', 'answered']),
  held: z.array(heldMessageSchema),
  /** What the contact wrote last in this run (`message.*`). */
  lastMessage: z.object({ text: z.string().nullable(), payload: z.string().nullable() }).nullable(),
  /** What moved the run last was a timer, or follows from one: nobody has just said anything. */
  isSelfDriven: z.boolean().default(false),
  /** What kept the run from going on when its time had come; said once in the trace. Absent while nothing does. */
  heldBy: z.string().optional(),
  /** After a retry: steps still ahead that did their work before it. They are passed without doing it again. */
  doneBefore: z.array(z.object({ flowVersionId: z.string(), nodeId: z.string() })).optional(),
  startedAt: z.number(),
  updatedAt: z.number(),
  endedAt: z.number().nullable(),
});
export type RunState = z.infer<typeof runStateSchema>;
