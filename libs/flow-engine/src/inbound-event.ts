import { z } from 'zod';
import { runCommandSchema } from './run-command';

export const inboundEventKinds = [
  'text',
  'quick_reply',
  'postback',
  'media',
  'comment',
  'story_reply',
  'story_mention',
  'reaction',
  'read',
  'echo',
  'edit',
  'deletion',
  'referral',
  'unsupported',
  'run_command',
] as const;

/** One thing that happened at Instagram, already stored. */
export const inboundEventSchema = z.object({
  id: z.string(),
  kind: z.enum(inboundEventKinds),
  text: z.string().nullable(),
  /** Payload of the tapped button, or the `ref` of a referral. */
  payload: z.string().nullable(),
  /** Instagram's message id; for edits and deletions the id of the message they are about. */
  mid: z.string().nullable(),
  replyToMid: z.string().nullish(),
  comment: z
    .object({
      commentId: z.string(),
      mediaId: z.string(),
      parentId: z.string().nullable(),
      /** Written by the connected account itself. */
      fromSelf: z.boolean(),
      permalink: z.string().nullish(),
      isLive: z.boolean().optional(),
      /** Of a comment on an advertisement: the post it was made from. */
      originalMediaId: z.string().nullish(),
    })
    .optional(),
  /** Of a story reply the story of the account, of a mention the person's. */
  story: z.object({ id: z.string().nullable(), url: z.string().nullable() }).nullish(),
  /** Through which link or advertisement the person came; also beside the first message. */
  referral: z
    .object({
      ref: z.string().nullable(),
      source: z.string().nullable(),
      type: z.string().nullable(),
      adId: z.string().nullable(),
      adTitle: z.string().nullable(),
    })
    .nullish(),
  /** Platform time, epoch milliseconds: what events are ordered by. */
  at: z.number(),
  /** When we stored it, epoch milliseconds; debounce counts from here. `at` when absent. */
  receivedAt: z.number().optional(),
  /** Of `run_command`: what a person of the account told the contact's run to do. */
  command: runCommandSchema.optional(),
  attachments: z.array(z.object({ type: z.string(), url: z.string().nullish() })).optional(),
});
export type InboundEvent = z.infer<typeof inboundEventSchema>;
export type InboundEventKind = InboundEvent['kind'];
