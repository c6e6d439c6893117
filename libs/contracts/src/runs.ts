import { z } from 'zod';
import { contactTurn } from './contacts';
import { deliveryStatus, message } from './conversations';
import { defineEndpoint } from './endpoint';
import { pageOf, pageQuery, pageQueryShape } from './pagination';
import { idParams, jsonObject, timestamp, uuid } from './primitives';

export const runStatus = z.enum([
  'running',
  'waiting',
  'completed',
  'failed',
  'replaced',
  'taken_over',
  'expired',
  'cancelled',
]);
export type RunStatus = z.infer<typeof runStatus>;

const nodeId = z.string().min(1).max(200);

/** One contact's walk through a flow. `flowId` and `version` are those it began with; `standsAt` is where it is now. */
export const run = z.object({
  runId: uuid,
  contactId: uuid,
  instagramAccountId: uuid,
  flowId: uuid,
  flowName: z.string().nullable(),
  version: z.number().int().nullable(),
  triggerId: uuid.nullable(),
  status: runStatus,
  waitingFor: z.enum(['input', 'timer', 'effect']).nullable(),
  standsAt: z.object({
    flowId: uuid.nullable(),
    version: z.number().int().nullable(),
    nodeId: z.string().nullable(),
    nodeName: z.string().nullable(),
  }),
  reason: z.string().nullable(),
  stepCount: z.number().int(),
  startedAt: timestamp,
  wakeAt: timestamp.nullable(),
  endedAt: timestamp.nullable(),
});
export type Run = z.infer<typeof run>;

/** What became of a message: the outbox's state and what Instagram answered. */
export const delivery = z.object({
  messageLogId: uuid,
  key: z.string(),
  kind: z.string(),
  deliveryStatus,
  attempts: z.number().int(),
  mid: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  queuedAt: timestamp,
  /** Not sent before this moment. */
  notBefore: timestamp,
  /** Held since then because its flow is paused. */
  heldSince: timestamp.nullable(),
  /** When the quiet hours end that hold the message. */
  heldUntil: timestamp.nullable(),
  finishedAt: timestamp.nullable(),
});
export type Delivery = z.infer<typeof delivery>;

/** What became of something the step asked of another program, or of Instagram. */
export const stepCall = z.object({
  key: z.string(),
  kind: z.string(),
  status: z.enum(['requested', 'running', 'done', 'failed', 'cancelled']),
  reason: z.string().nullable(),
  attempts: z.number().int(),
  /** When it is tried next, or taken up again if whoever carries it out dies; null when it is over. */
  nextAt: timestamp.nullable(),
  finishedAt: timestamp.nullable(),
});
export type StepCall = z.infer<typeof stepCall>;

/** One executed node with what it read and what came of it. */
export const runStep = z.object({
  at: timestamp,
  flowId: z.string(),
  version: z.number().int().nullable(),
  nodeId: z.string(),
  nodeName: z.string().nullable(),
  nodeType: z.string(),
  visit: z.number().int(),
  outcome: z.string(),
  branch: z.string().nullable(),
  targetNodeId: z.string().nullable(),
  reason: z.string().nullable(),
  /** Inputs and values of the step. */
  detail: jsonObject,
  effectKeys: z.array(z.string()),
  messages: z.array(delivery),
  calls: z.array(stepCall).optional(),
});
export type RunStep = z.infer<typeof runStep>;

const runTurn = z.object({
  turnId: uuid,
  at: timestamp,
  outcome: z.string(),
  candidates: z.array(z.unknown()),
  steps: z.array(runStep),
});

/** Why a message exists, or why an event got no answer. */
export const messageTrace = z.object({
  message,
  /** Who is behind it: the contact, the program, or a person of the account. */
  origin: z.enum(['contact', 'automation', 'person']),
  /** Of an inbound message: what became of the event. `received`: not decided yet, next looked at `nextTurnAt`. */
  event: z
    .object({
      kind: z.string(),
      status: z.enum(['received', 'consumed', 'ignored', 'unhandled']),
      reason: z.string().nullable(),
      receivedAt: timestamp,
      nextTurnAt: timestamp.nullable(),
    })
    .nullable(),
  /** The turn that answered the event or wrote the message. */
  turn: contactTurn.nullable(),
  run: run.nullable(),
  delivery: delivery.nullable(),
});
export type MessageTrace = z.infer<typeof messageTrace>;

const waitingRun = z.object({
  runId: uuid,
  contactId: uuid,
  contactName: z.string().nullable(),
  instagramUsername: z.string().nullable(),
  flowId: uuid,
  version: z.number().int().nullable(),
  nodeId: z.string().nullable(),
  nodeName: z.string().nullable(),
  waitingFor: z.enum(['input', 'timer', 'effect']).nullable(),
  since: timestamp.nullable(),
  until: timestamp.nullable(),
});
export type WaitingRun = z.infer<typeof waitingRun>;

export const bulkRunCommand = z.enum(['release', 'skip', 'cancel']);

const note = z.string().trim().max(500).nullable().default(null);
const commandBody = z.strictObject({ reason: note }).default({ reason: null });

/** The command is stored and will be decided in the contact's next turn, whose trace names who asked and why. */
const commandAnswer = z.object({ runId: uuid, commandId: uuid, command: z.string() });

const runCommand = (command: 'release' | 'skip' | 'cancel', summary: string) =>
  defineEndpoint({
    method: 'POST',
    path: `/runs/{id}/${command}`,
    access: 'editor',
    tag: 'runs',
    summary,
    status: 200,
    params: idParams,
    body: commandBody,
    response: commandAnswer,
  });

export const runEndpoints = {
  listContactRuns: defineEndpoint({
    method: 'GET',
    path: '/contacts/{id}/runs',
    access: 'viewer',
    tag: 'contacts',
    summary: 'Flows a contact walked, newest first',
    status: 200,
    params: idParams,
    query: pageQuery,
    response: pageOf({ runs: z.array(run) }),
  }),
  getRun: defineEndpoint({
    method: 'GET',
    path: '/runs/{id}',
    access: 'viewer',
    tag: 'contacts',
    summary: 'One run with its steps, oldest first: values, branches, messages and what Instagram answered',
    status: 200,
    params: idParams,
    query: pageQuery,
    response: run.extend({ context: jsonObject, ...pageOf({ turns: z.array(runTurn) }).shape }),
  }),
  getMessageTrace: defineEndpoint({
    method: 'GET',
    path: '/messages/{id}/trace',
    access: 'viewer',
    tag: 'conversations',
    summary: 'Why a message exists, or why what the contact wrote got no answer',
    status: 200,
    params: idParams,
    response: messageTrace,
  }),
  listFlowRuns: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/runs',
    access: 'viewer',
    tag: 'flows',
    summary: 'Runs that began with a flow, newest first',
    status: 200,
    params: idParams,
    query: z.strictObject({
      ...pageQueryShape,
      status: runStatus.optional(),
      nodeId: nodeId.optional(),
      startDate: timestamp.optional(),
      endDate: timestamp.optional(),
    }),
    response: pageOf({ runs: z.array(run) }),
  }),
  listWaiting: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/waiting',
    access: 'viewer',
    tag: 'flows',
    summary: 'Everyone standing in a flow now, however they came there, and how many at each node',
    status: 200,
    params: idParams,
    query: z.strictObject({ ...pageQueryShape, nodeId: nodeId.optional() }),
    response: pageOf({ waiting: z.array(waitingRun) }).extend({
      nodes: z.array(z.object({ nodeId: z.string(), count: z.number().int() })),
    }),
  }),
  releaseRun: runCommand(
    'release',
    'Ends a wait now; a question takes its time-out branch (422 when it has none)',
  ),
  skipRun: runCommand('skip', 'Goes on after the node by its else or default connection (422 without one)'),
  cancelRun: runCommand('cancel', 'Ends a run; what it still had queued is not sent'),
  retryRun: defineEndpoint({
    method: 'POST',
    path: '/runs/{id}/retry',
    access: 'editor',
    tag: 'runs',
    summary:
      'A failed run goes on from its failed step, as it is in its own version or in another one (`version`, 422 when that has no such step); nothing that was sent or done for good is repeated',
    status: 200,
    params: idParams,
    body: z
      .strictObject({ reason: note, version: z.number().int().positive().nullable().default(null) })
      .default({ reason: null, version: null }),
    response: commandAnswer,
  }),
  commandWaiting: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/waiting/{command}',
    access: 'editor',
    tag: 'flows',
    summary:
      'Releases, skips or cancels those standing at a node, up to 500 per call; go on with `nextCursor` until it is null',
    status: 200,
    params: z.strictObject({ id: uuid, command: bulkRunCommand }),
    body: z.strictObject({ nodeId, cursor: uuid.nullable().default(null), reason: note }),
    response: z.object({
      count: z.number().int(),
      /** Runs that cannot do it, by reason. */
      refused: z.array(z.object({ reason: z.string(), count: z.number().int() })),
      nextCursor: uuid.nullable(),
    }),
  }),
};
