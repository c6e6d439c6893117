import { z } from 'zod';
import { flowOperationSchema } from '@instaflow/flow-model';
import { defineEndpoint } from './endpoint';
import { pageOf, pageQueryShape } from './pagination';
import { triggerType } from './triggers';
import {
  idParams,
  jsonObject,
  jsonValue,
  longText,
  noContent,
  shortText,
  timestamp,
  uuid,
} from './primitives';

export const flowStatus = z.enum(['active', 'inactive', 'draft']);
export type FlowStatus = z.infer<typeof flowStatus>;

/**
 * The stored flow document as it travels. Its inner shape is checked by the flow model, because a draft that
 * does not validate may still be saved.
 */
export const flowDefinition = jsonObject;

export const flowProblem = z.object({
  severity: z.enum(['error', 'warning']),
  nodeId: z.string().nullable(),
  path: z.string(),
  code: z.string(),
  message: z.string(),
});

/** What happened in a flow in the last 30 days. */
export const flowFigures = z.object({
  /** How often somebody entered it. */
  entered: z.number().int(),
  /** How many of these walks were completed by now. */
  completed: z.number().int(),
  /** Null when nobody entered. */
  completionRate: z.number().min(0).max(1).nullable(),
  /** Taps on buttons that led on, for every message Instagram accepted, of hours that are over; null without a message. */
  clickRate: z.number().min(0).max(1).nullable(),
  /** Figures are counted when something happens, and at least hourly. */
  countedAt: timestamp,
});
export type FlowFigures = z.infer<typeof flowFigures>;

/** `newest`: the flow made last comes first; figures: the highest first; `name`: from A to Z. */
export const flowSort = z.enum(['newest', 'edited', 'name', 'entered', 'completion', 'clicks', 'lastRun']);
export type FlowSort = z.infer<typeof flowSort>;

export const flowSummary = z.object({
  flowId: uuid,
  instagramAccountId: uuid,
  name: z.string(),
  description: z.string(),
  status: flowStatus,
  revision: z.number().int(),
  publishedVersion: z.number().int().nullable(),
  hasUnpublishedChanges: z.boolean(),
  /** Since when the flow is paused: nobody starts it, people in it stay where they are, its messages are held. */
  pausedAt: timestamp.nullable(),
  triggerCount: z.number().int(),
  /** Up to three short words for lists: what starts it, such as `dm_keyword: price`. */
  triggerLabels: z.array(z.string()),
  folderId: uuid.nullable(),
  archivedAt: timestamp.nullable(),
  /** Errors of the draft when it was last saved. */
  errorCount: z.number().int(),
  /** How often people ever entered it, counted up to `maxExactTotal`. */
  enteredCount: z.number().int(),
  /** How many stand in it now, counted up to `maxExactTotal`. */
  waitingCount: z.number().int(),
  /** Null until they are counted for the first time, some seconds after the flow was made. */
  figures: flowFigures.nullable().optional(),
  /** When somebody entered it last. */
  lastRunAt: timestamp.nullable().optional(),
  createdByUserId: uuid.nullable().optional(),
  /** Who changed it last, at `updatedAt`; null where that is not known. */
  editedBy: z.object({ userId: uuid, name: z.string() }).nullable().optional(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type FlowSummary = z.infer<typeof flowSummary>;

/** Somebody who made flows of an account; their name, or their address where they have none. */
export const flowOwner = z.object({ userId: uuid, name: z.string() });
export type FlowOwner = z.infer<typeof flowOwner>;

export const flow = flowSummary.extend({ flowDefinition });
export type Flow = z.infer<typeof flow>;

/** Details of a 409 `stale_revision`: the flow as it is now, for merging what was not saved with it. */
export const staleFlow = z.object({ revision: z.number().int(), flowDefinition });
export type StaleFlow = z.infer<typeof staleFlow>;

/** What happens in a simulated conversation, in order. Times pass only by `advance`. */
export const simulatedEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(2_000) }),
  z.strictObject({
    type: z.literal('tap'),
    payload: z.string().min(1).max(1_000),
    title: z.string().max(100).optional(),
  }),
  z.strictObject({ type: z.literal('comment'), text: z.string().min(1).max(2_200) }),
  z.strictObject({
    type: z.literal('advance'),
    ms: z
      .number()
      .int()
      .min(0)
      .max(366 * 86_400_000),
  }),
]);
export type SimulatedEvent = z.infer<typeof simulatedEvent>;

const simulatedContact = z.strictObject({
  username: z.string().max(60).optional(),
  firstName: z.string().max(100).optional(),
  lastName: z.string().max(100).optional(),
  tags: z.array(z.string().max(100)).max(100).optional(),
  customAttributes: jsonObject.optional(),
  isFollower: z.boolean().nullable().optional(),
});

/** The answer of another program in a simulation; nothing is really called. */
const simulatedAnswer = z.strictObject({
  status: z.number().int().min(100).max(599).default(200),
  body: jsonValue.default({}),
});
export type SimulatedAnswer = z.infer<typeof simulatedAnswer>;

export const simulation = z.object({
  transcript: z.array(
    z.object({
      direction: z.enum(['inbound', 'outbound']),
      at: timestamp,
      type: z.string(),
      content: jsonValue,
    }),
  ),
  trace: z.array(jsonValue),
  status: z.string(),
  contact: jsonValue,
});

export const flowEndpoints = {
  createFlow: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/flows',
    access: 'editor',
    tag: 'flows',
    summary: 'Creates a draft',
    status: 201,
    params: idParams,
    body: z.strictObject({
      name: shortText,
      description: longText.default(''),
      flowDefinition: flowDefinition.optional(),
    }),
    response: flow,
  }),
  listFlows: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/flows',
    access: 'viewer',
    tag: 'flows',
    summary: 'Flows of an account',
    status: 200,
    params: idParams,
    query: z.strictObject({
      ...pageQueryShape,
      /** In names, descriptions and the texts of messages. */
      search: z.string().max(200).optional(),
      status: flowStatus.optional(),
      /** `none`: flows in no folder. */
      folderId: z.union([uuid, z.literal('none')]).optional(),
      /** Only archived flows; otherwise none of them. */
      archived: z.literal('true').optional(),
      /** Only flows whose draft has errors. */
      hasErrors: z.literal('true').optional(),
      /** Only flows with a trigger of this kind. */
      triggerType: triggerType.optional(),
      /** Only flows made by this user. */
      ownerId: uuid.optional(),
      sort: flowSort.default('newest'),
    }),
    response: pageOf({ flows: z.array(flowSummary) }),
  }),
  listFlowOwners: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/flow-owners',
    access: 'viewer',
    tag: 'flows',
    summary: 'Who made flows of an account, by name; at most 500',
    status: 200,
    params: idParams,
    response: z.object({ owners: z.array(flowOwner) }),
  }),
  getFlow: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}',
    access: 'viewer',
    tag: 'flows',
    summary: 'One flow with its draft',
    status: 200,
    params: idParams,
    response: flow,
  }),
  updateFlow: defineEndpoint({
    method: 'PUT',
    path: '/flows/{id}',
    access: 'editor',
    tag: 'flows',
    summary:
      'Changes a flow; `status: "active"` publishes the draft; a stale `revision` answers 409 with the flow as it is now',
    status: 200,
    params: idParams,
    body: z
      .strictObject({
        name: shortText.optional(),
        description: longText.optional(),
        flowDefinition: flowDefinition.optional(),
        /**
         * What was done to come from the document of `revision` to this one. A save that loses every step is refused
         * (422 `flow_would_be_emptied`) unless these delete them.
         */
        operations: z.array(flowOperationSchema).max(2_000).optional(),
        status: flowStatus.optional(),
        folderId: uuid.nullable().optional(),
        /** `true` puts the flow away: an active one becomes `inactive`, and it is not listed; `false` brings it back. */
        archived: z.boolean().optional(),
        revision: z.number().int().optional(),
      })
      .refine(({ archived, status }) => !(archived === true && status === 'active'), {
        path: ['archived'],
        message: 'an archived flow cannot be active',
      }),
    response: flow,
  }),
  deleteFlow: defineEndpoint({
    method: 'DELETE',
    path: '/flows/{id}',
    access: 'editor',
    tag: 'flows',
    summary: 'Deletes a flow and its triggers; people standing in it leave it',
    status: 204,
    params: idParams,
    response: noContent,
  }),
  duplicateFlow: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/duplicate',
    access: 'editor',
    tag: 'flows',
    summary: 'Copies a flow as a draft, also to another account; triggers come along switched off there',
    status: 201,
    params: idParams,
    body: z.strictObject({ name: shortText.optional(), instagramAccountId: uuid.optional() }).default({}),
    response: flow,
  }),
  validateFlow: defineEndpoint({
    method: 'POST',
    path: '/flows/validate',
    access: 'user',
    tag: 'flows',
    summary: 'Problems of a flow document',
    status: 200,
    body: z.strictObject({ flowDefinition: jsonValue, instagramAccountId: uuid.optional() }),
    response: z.object({ valid: z.boolean(), problems: z.array(flowProblem) }),
  }),
  simulateFlow: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/simulate',
    access: 'viewer',
    tag: 'flows',
    summary: 'Runs the draft with no side effects and answers transcript and trace',
    status: 200,
    params: idParams,
    body: z.strictObject({
      events: z
        .array(simulatedEvent)
        .max(200)
        .default([{ type: 'start' }]),
      contact: simulatedContact.default({}),
      /** What external calls are answered, by the id of their node; 200 and `{}` when nothing is said. */
      apiAnswers: z.record(z.string().max(200), simulatedAnswer).default({}),
      seed: z.string().max(100).default('simulate'),
    }),
    response: simulation,
  }),
};
