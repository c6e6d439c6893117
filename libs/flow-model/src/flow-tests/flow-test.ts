import { z } from 'zod';
import { jsonValueSchema } from '../json-value';
import { weeklyWindowSchema } from '../kinds/weekly-window';
import { flowTestMoveSchema } from './flow-test-move';

const nodeId = z.string().max(200);

/** A message as it is expected: all that is given has to hold. Texts are compared as sent, variables filled in. */
export const expectedMessageSchema = z.strictObject({
  text: z.string().optional(),
  contains: z.string().min(1).optional(),
  /** Titles of its buttons or quick replies, in order. */
  buttons: z.array(z.string()).optional(),
  /** Titles of the cards of a carousel. */
  cards: z.array(z.string()).optional(),
  mediaUrl: z.string().optional(),
  as: z.enum(['message', 'private_reply', 'comment_reply']).optional(),
  /** `failed` and `outside_window` messages do not arrive, `held` ones wait for the end of quiet hours. */
  delivery: z.enum(['done', 'held', 'failed', 'outside_window']).optional(),
});
export type ExpectedMessage = z.infer<typeof expectedMessageSchema>;

/** What has to be so at a moment of the conversation; what is left out may be as it likes. */
export const flowTestExpectationSchema = z.strictObject({
  /** All messages sent since the move, in order; `[]` for none. */
  messages: z.array(expectedMessageSchema).max(100).optional(),
  tags: z.array(z.string()).optional(),
  withoutTags: z.array(z.string()).optional(),
  /** Attributes of the contact; null for those that must not be set. */
  attributes: z.record(z.string(), jsonValueSchema).optional(),
  /** Variables of the run (`flow.*`). */
  variables: z.record(z.string(), jsonValueSchema).optional(),
  status: z
    .enum([
      'idle',
      'running',
      'waiting',
      'completed',
      'failed',
      'replaced',
      'taken_over',
      'expired',
      'cancelled',
    ])
    .optional(),
  /** Why the run ended, such as `loop_detected`. */
  reason: z.string().nullable().optional(),
  /** The node where the run stands or ended. */
  nodeId: nodeId.nullable().optional(),
  /** The conversation waits for a person of the team. */
  isWithPerson: z.boolean().optional(),
  /** Goals reached so far, in order. */
  goals: z.array(z.string()).optional(),
  /** Nodes whose calls were made since the move, in order. */
  calls: z.array(nodeId).optional(),
});
export type FlowTestExpectation = z.infer<typeof flowTestExpectationSchema>;

const flowTestContactSchema = z.strictObject({
  username: z.string().max(60).nullable().optional(),
  firstName: z.string().max(100).nullable().optional(),
  lastName: z.string().max(100).nullable().optional(),
  tags: z.array(z.string().max(100)).max(100).optional(),
  customAttributes: z.record(z.string().max(100), jsonValueSchema).optional(),
  isFollower: z.boolean().nullable().optional(),
  timezone: z.string().max(60).nullable().optional(),
  locale: z.string().max(20).nullable().optional(),
  /** Nobody has written with them before. */
  isNew: z.boolean().optional(),
});

const flowTestAccountSchema = z.strictObject({
  username: z.string().max(60).optional(),
  name: z.string().max(100).nullable().optional(),
  timezone: z.string().max(60).optional(),
  country: z.string().length(2).nullable().optional(),
  businessHours: z.array(weeklyWindowSchema).nullable().optional(),
  quietHours: z
    .strictObject({
      from: z.string(),
      to: z.string(),
      weekdays: z.array(z.number().int().min(1).max(7)).optional(),
    })
    .nullable()
    .optional(),
});

/** What another program answers, or why it does not: `timeout`, `address_blocked`, … */
export const stubbedAnswerSchema = z.union([
  z.strictObject({
    status: z.number().int().min(100).max(599).default(200),
    body: jsonValueSchema.default({}),
  }),
  z.strictObject({ failure: z.string().min(1).max(100) }),
]);

/** A saved conversation: what happens, in order, and what has to come of it. */
export const flowTestSchema = z.strictObject({
  name: z.string().min(1).max(200),
  /** Of a bundle the flow it is about; its first flow when absent. */
  flowId: z.string().max(200).optional(),
  /** When it begins. The account's time zone is UTC unless `account` says otherwise. */
  startAt: z.iso.datetime({ offset: true }).default('2026-01-05T10:00:00Z'),
  /** Of every random choice. */
  seed: z.string().max(100).default('test'),
  contact: flowTestContactSchema.default({}),
  account: flowTestAccountSchema.default({}),
  /** Node of a randomizer → the branch it takes. */
  forcedBranches: z.record(nodeId, z.string().max(200)).default({}),
  /** Node → what its call is answered; 200 and `{}` when nothing is said. */
  answers: z.record(nodeId, stubbedAnswerSchema).default({}),
  /** Node → what becomes of its messages; they arrive when nothing is said. */
  sendFailures: z.record(nodeId, z.enum(['failed', 'outside_window'])).default({}),
  steps: z
    .array(z.strictObject({ move: flowTestMoveSchema, expect: flowTestExpectationSchema.optional() }))
    .min(1)
    .max(200),
  /** What holds at the end. */
  expect: flowTestExpectationSchema.omit({ messages: true, calls: true }).default({}),
});
export type FlowTest = z.infer<typeof flowTestSchema>;
/** As written down, defaults left out. */
export type FlowTestInput = z.input<typeof flowTestSchema>;
