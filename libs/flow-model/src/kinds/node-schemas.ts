import { z } from 'zod';
import { jsonValueSchema } from '../json-value';
import { buttonSchema } from './button';
import { conditionRuleSchema, ruleGroupSchema } from './condition-rule';
import { nodeBase } from './node-base';

const template = z.string();
const seconds = z.number();

/**
 * The fields of every node kind as stored. Kind fields are optional, because a draft may be saved half done;
 * what must be filled in is `validateFlow`'s business. Unknown fields pass through.
 */
export const nodeSchemas = {
  start: z.looseObject({ ...nodeBase, type: z.literal('start') }),
  message: z.looseObject({
    ...nodeBase,
    type: z.literal('message'),
    content: z
      .looseObject({
        text: template.nullish(),
        mediaUrl: template.nullish(),
        mediaType: z.enum(['image', 'video', 'audio', 'file']).nullish(),
        /** Further pictures in the same message, beside a picture. */
        imageUrls: z.array(template).nullish(),
        buttons: z.array(buttonSchema).nullish(),
      })
      .optional(),
    timeoutSeconds: seconds.nullish(),
  }),
  carousel: z.looseObject({
    ...nodeBase,
    type: z.literal('carousel'),
    elements: z
      .array(
        z.looseObject({
          title: template,
          subtitle: template.nullish(),
          imageUrl: template.nullish(),
          url: template.nullish(),
          buttons: z.array(buttonSchema).nullish(),
        }),
      )
      .optional(),
    timeoutSeconds: seconds.nullish(),
  }),
  tag_contact: z.looseObject({
    ...nodeBase,
    type: z.literal('tag_contact'),
    tagName: z.string().optional(),
    action: z.enum(['add', 'remove']).optional(),
  }),
  set_attribute: z.looseObject({
    ...nodeBase,
    type: z.literal('set_attribute'),
    attribute: z.string().optional(),
    value: jsonValueSchema.optional(),
    operation: z.enum(['set', 'increment', 'decrement', 'append', 'clear', 'now']).optional(),
  }),
  condition: z.looseObject({
    ...nodeBase,
    type: z.literal('condition'),
    rules: ruleGroupSchema.nullish(),
    branches: z
      .array(
        z.looseObject({
          id: z.string(),
          label: z.string().optional(),
          all: z.array(conditionRuleSchema).optional(),
          any: z.array(conditionRuleSchema).optional(),
        }),
      )
      .optional(),
  }),
  randomizer: z.looseObject({
    ...nodeBase,
    type: z.literal('randomizer'),
    branches: z
      .array(z.looseObject({ id: z.string(), label: z.string().optional(), weight: z.number() }))
      .optional(),
  }),
  wait: z.looseObject({
    ...nodeBase,
    type: z.literal('wait'),
    durationSeconds: seconds.nullish(),
    until: z
      .looseObject({
        date: z.string().nullish(),
        attribute: z.string().nullish(),
        weekdays: z.array(z.number()).nullish(),
        from: z.string().nullish(),
        to: z.string().nullish(),
      })
      .nullish(),
    timezone: z.enum(['contact', 'account']).optional(),
  }),
  get_input: z.looseObject({
    ...nodeBase,
    type: z.literal('get_input'),
    prompt: template.optional(),
    inputType: z.enum(['text', 'email', 'phone', 'number', 'date', 'choice']).optional(),
    saveToAttribute: z.string().nullish(),
    choices: z.array(z.looseObject({ text: z.string(), value: z.string().nullish() })).nullish(),
    /** Offers the e-mail address or phone number that Instagram knows, to be sent with one tap. */
    offerKnown: z.boolean().nullish(),
    retries: z.number().nullish(),
    retryPrompt: template.nullish(),
    timeoutSeconds: seconds.nullish(),
  }),
  human_takeover: z.looseObject({
    ...nodeBase,
    type: z.literal('human_takeover'),
    messageToAgent: template.nullish(),
    messageToContact: template.nullish(),
  }),
  go_to_flow: z.looseObject({ ...nodeBase, type: z.literal('go_to_flow'), flowId: z.string().optional() }),
  comment_reply: z.looseObject({
    ...nodeBase,
    type: z.literal('comment_reply'),
    text: z.union([template, z.array(template)]).optional(),
  }),
  follow_gate: z.looseObject({ ...nodeBase, type: z.literal('follow_gate') }),
  business_hours: z.looseObject({ ...nodeBase, type: z.literal('business_hours') }),
  external_api_call: z.looseObject({
    ...nodeBase,
    type: z.literal('external_api_call'),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
    url: template.optional(),
    headers: z.record(z.string(), template).nullish(),
    body: jsonValueSchema.optional(),
    timeoutMs: z.number().nullish(),
    retries: z.number().nullish(),
    saveResponse: z.array(z.looseObject({ path: z.string(), attribute: z.string() })).nullish(),
  }),
  ai_reply: z.looseObject({
    ...nodeBase,
    type: z.literal('ai_reply'),
    instructions: z.string().optional(),
    knowledge: jsonValueSchema.optional(),
  }),
  ai_agent: z.looseObject({
    ...nodeBase,
    type: z.literal('ai_agent'),
    instructions: z.string().optional(),
    knowledge: jsonValueSchema.optional(),
    tools: z.array(z.string()).optional(),
    maxTurns: z.number().nullish(),
    exits: z.array(z.looseObject({ id: z.string(), label: z.string().optional() })).optional(),
  }),
  notify_team: z.looseObject({
    ...nodeBase,
    type: z.literal('notify_team'),
    message: template.optional(),
    channels: z.array(z.enum(['in_app', 'email'])).optional(),
  }),
  goal: z.looseObject({
    ...nodeBase,
    type: z.literal('goal'),
    goal: z.string().optional(),
    value: z.number().nullish(),
  }),
  note: z.looseObject({
    ...nodeBase,
    type: z.literal('note'),
    text: z.string().optional(),
    color: z.string().optional(),
  }),
} as const;
