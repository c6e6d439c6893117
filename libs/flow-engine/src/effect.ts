import { z } from 'zod';
import { jsonValueSchema } from '@instaflow/flow-model';

/** Exactly one Instagram message, templates rendered: text, one media, several pictures, or the cards of a carousel. */
export const outgoingMessageSchema = z.object({
  text: z.string().optional(),
  media: z.object({ url: z.string(), type: z.enum(['image', 'video', 'audio', 'file']) }).optional(),
  images: z.array(z.object({ url: z.string() })).optional(),
  quickReplies: z
    .array(
      z.object({
        /** What Instagram knows of the person itself and shows instead of the title; the answer brings it as text. */
        type: z.enum(['user_email', 'user_phone_number']).optional(),
        title: z.string(),
        payload: z.string(),
      }),
    )
    .optional(),
  buttons: z
    .array(
      z.union([
        z.object({ type: z.literal('postback'), title: z.string(), payload: z.string() }),
        z.object({ type: z.literal('web_url'), title: z.string(), url: z.string() }),
      ]),
    )
    .optional(),
  elements: z
    .array(
      z.object({
        title: z.string(),
        subtitle: z.string().optional(),
        imageUrl: z.string().optional(),
        url: z.string().optional(),
        buttons: z
          .array(
            z.union([
              z.object({ type: z.literal('postback'), title: z.string(), payload: z.string() }),
              z.object({ type: z.literal('web_url'), title: z.string(), url: z.string() }),
            ]),
          )
          .optional(),
      }),
    )
    .optional(),
});
export type OutgoingMessage = z.infer<typeof outgoingMessageSchema>;
export type OutgoingButton = NonNullable<OutgoingMessage['buttons']>[number];

const origin = {
  /** `runId/nodeId/visit/index`: the same effect has the same key in every replay, and no other effect has it. */
  key: z.string(),
  /** Null for answers that belong to no flow (a fallback rule, an opt-out). */
  runId: z.string().nullable(),
  flowId: z.string().nullable(),
  flowVersionId: z.string().nullable(),
  nodeId: z.string().nullable(),
};

const sendMessageSchema = z.object({
  kind: z.literal('send_message'),
  ...origin,
  message: outgoingMessageSchema,
  /** The run is parked until the outcome of this message comes back as an `effect_result`. */
  reportsOutcome: z.boolean(),
});

/** A message of a run that may not leave before the person answers the private reply. */
export const heldMessageSchema = sendMessageSchema;
export type HeldMessage = z.infer<typeof heldMessageSchema>;

/** One call of another program, templates rendered. */
export const httpRequestSchema = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
  /** Of one attempt. */
  timeoutMs: z.number(),
  /** Attempts after the first one. */
  retries: z.number(),
});
export type HttpRequest = z.infer<typeof httpRequestSchema>;

/** Which values of the answer the run wants. */
export const savedPathsSchema = z.array(z.object({ path: z.string(), attribute: z.string() }));

/**
 * What the runtime has to do after a turn: data only. Tag, attribute and opt effects are already applied to the
 * contact that `decideTurn` returns and carry final values, so that applying them again changes nothing.
 */
export const effectSchema = z.discriminatedUnion('kind', [
  sendMessageSchema,
  z.object({
    kind: z.literal('private_reply'),
    ...origin,
    commentId: z.string(),
    message: outgoingMessageSchema,
    reportsOutcome: z.boolean(),
  }),
  /** The run is parked until the answer comes back as an `effect_result`. */
  z.object({
    kind: z.literal('http_request'),
    ...origin,
    request: httpRequestSchema,
    save: savedPathsSchema,
  }),
  /** As `http_request`: whether the person follows the account now; the answer's `data` is `{isFollower}`. */
  z.object({ kind: z.literal('read_follow_state'), ...origin }),
  z.object({ kind: z.literal('comment_reply'), ...origin, commentId: z.string(), text: z.string() }),
  z.object({ kind: z.literal('add_tags'), ...origin, tags: z.array(z.string()) }),
  z.object({ kind: z.literal('remove_tags'), ...origin, tags: z.array(z.string()) }),
  /** `value` null takes the attribute away. */
  z.object({ kind: z.literal('set_attribute'), ...origin, attribute: z.string(), value: jsonValueSchema }),
  z.object({ kind: z.literal('request_human'), ...origin, messageToAgent: z.string().nullable() }),
  z.object({
    kind: z.literal('notify_team'),
    ...origin,
    message: z.string(),
    channels: z.array(z.enum(['in_app', 'email'])),
  }),
  z.object({ kind: z.literal('goal_reached'), ...origin, goal: z.string(), value: z.number().nullable() }),
  z.object({ kind: z.literal('opt_out'), ...origin, word: z.string() }),
  z.object({ kind: z.literal('opt_in'), ...origin, word: z.string() }),
  /** A run failed: the owner of the flow is told. */
  z.object({ kind: z.literal('notify_owner'), ...origin, reason: z.string(), message: z.string() }),
]);
export type Effect = z.infer<typeof effectSchema>;
export type EffectKind = Effect['kind'];
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;
