import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { pageOf, pageQueryShape } from './pagination';
import { idParams, noContent, timestamp, uuid } from './primitives';

/** What can start a flow. */
export const triggerType = z.enum([
  'welcome_message',
  'dm_keyword',
  'comment_keyword',
  'story_mention',
  'story_reply',
  'ice_breaker',
  'ref_link',
  'live_comment',
  'default_reply',
]);
export type TriggerType = z.infer<typeof triggerType>;

/** Kinds of triggers there could be; `new_follower` only where Instagram tells the program of followers. */
export const triggerOffer = z.object({
  type: z.enum([...triggerType.options, 'new_follower']),
  isAvailable: z.boolean(),
  /** Why it is not, for people. */
  reason: z.string().nullable(),
});
export type TriggerOffer = z.infer<typeof triggerOffer>;

export const keywordMatch = z.enum(['contains_word', 'exact', 'contains', 'starts_with', 'regex']);
export type KeywordMatch = z.infer<typeof keywordMatch>;

const keyword = z.string().trim().max(1_000);
const excludeKeywords = z.array(z.string().trim().min(1).max(100)).max(50);
const publicReplies = z.array(z.string().trim().min(1).max(1_000)).max(20);
const oncePerContactHours = z.number().int().min(1).max(8_760).nullable();
const priority = z.number().int().min(-1_000).max(1_000);
const postPermalink = z.url().max(500).nullable();
/** Below which posts a comment is heard; `next`: the first one published after the trigger was made. */
export const postScope = z.enum(['all', 'one', 'next']);
export type PostScope = z.infer<typeof postScope>;
const activeStatus = z.enum(['active', 'inactive']);

export const trigger = z.object({
  triggerId: uuid,
  flowId: uuid,
  flowName: z.string(),
  instagramAccountId: uuid,
  type: triggerType,
  keyword: z.string().nullable(),
  match: keywordMatch,
  /** Forgives slips of the pen: one letter in words of 5 to 8 letters, two from 9 on; for `exact` and `contains_word`. */
  allowTypos: z.boolean(),
  excludeKeywords: z.array(z.string()),
  priority: z.number().int(),
  oncePerContactHours: z.number().int().nullable(),
  postPermalink: z.string().nullable(),
  postScope,
  /** The post it is bound to; null for all posts, and until Instagram has told which one it is. */
  mediaId: z.string().nullable(),
  /** Answers a person once below each post. */
  oncePerPost: z.boolean(),
  publicReplies: z.array(z.string()),
  status: activeStatus,
  /** How often it started its flow in the last 7 days; null until that is counted. */
  hits7d: z.number().int().nullable().optional(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Trigger = z.infer<typeof trigger>;

export const triggerEndpoints = {
  createTrigger: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/triggers',
    access: 'editor',
    tag: 'triggers',
    summary: 'Creates a trigger for a flow',
    status: 201,
    params: idParams,
    body: z.strictObject({
      type: triggerType,
      keyword: keyword.nullable().optional(),
      match: keywordMatch.default('contains_word'),
      allowTypos: z.boolean().default(false),
      excludeKeywords: excludeKeywords.default([]),
      priority: priority.default(0),
      oncePerContactHours: oncePerContactHours.default(null),
      postPermalink: postPermalink.default(null),
      /** Default: `one` with a `postPermalink`, otherwise `all`. */
      postScope: postScope.optional(),
      oncePerPost: z.boolean().default(false),
      publicReplies: publicReplies.default([]),
      status: activeStatus.default('active'),
    }),
    response: trigger,
  }),
  listFlowTriggers: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/triggers',
    access: 'viewer',
    tag: 'triggers',
    summary: 'Triggers of a flow',
    status: 200,
    params: idParams,
    query: z.strictObject(pageQueryShape),
    response: pageOf({ triggers: z.array(trigger) }),
  }),
  listAccountTriggers: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/triggers',
    access: 'viewer',
    tag: 'triggers',
    summary: 'Triggers of all flows of an account',
    status: 200,
    params: idParams,
    query: z.strictObject({
      ...pageQueryShape,
      type: triggerType.optional(),
      status: activeStatus.optional(),
    }),
    response: pageOf({ triggers: z.array(trigger) }),
  }),
  listTriggerTypes: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/trigger-types',
    access: 'viewer',
    tag: 'triggers',
    summary: 'What can start a flow of the account, and why something cannot',
    status: 200,
    params: idParams,
    response: z.object({ triggerTypes: z.array(triggerOffer) }),
  }),
  updateTrigger: defineEndpoint({
    method: 'PUT',
    path: '/triggers/{id}',
    access: 'editor',
    tag: 'triggers',
    summary: 'Changes a trigger',
    status: 200,
    params: idParams,
    body: z.strictObject({
      status: activeStatus.optional(),
      keyword: keyword.nullable().optional(),
      match: keywordMatch.optional(),
      allowTypos: z.boolean().optional(),
      excludeKeywords: excludeKeywords.optional(),
      priority: priority.optional(),
      oncePerContactHours: oncePerContactHours.optional(),
      postPermalink: postPermalink.optional(),
      postScope: postScope.optional(),
      oncePerPost: z.boolean().optional(),
      publicReplies: publicReplies.optional(),
    }),
    response: trigger,
  }),
  deleteTrigger: defineEndpoint({
    method: 'DELETE',
    path: '/triggers/{id}',
    access: 'editor',
    tag: 'triggers',
    summary: 'Deletes a trigger',
    status: 204,
    params: idParams,
    response: noContent,
  }),
  resolveTriggers: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/triggers/resolve',
    access: 'viewer',
    tag: 'triggers',
    summary: 'Which trigger would fire for a text, and why each other one would not',
    status: 200,
    params: idParams,
    body: z.strictObject({
      type: z.enum(['dm', 'comment']).default('dm'),
      text: z.string().max(2_200),
      isFirstContact: z.boolean().default(false),
      postPermalink: postPermalink.optional(),
      /** Whom to take it for: tags, pauses and the flow they are in count then. Somebody unknown when left out. */
      contactId: uuid.optional(),
    }),
    response: z.object({
      triggerId: uuid.nullable(),
      flowId: uuid.nullable(),
      candidates: z.array(
        z.object({
          kind: z.string(),
          id: z.string().nullable(),
          name: z.string().nullable(),
          outcome: z.enum(['chosen', 'rejected']),
          reason: z.string(),
        }),
      ),
    }),
  }),
};
