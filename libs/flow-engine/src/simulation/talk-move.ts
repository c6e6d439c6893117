import { z } from 'zod';
import { jsonValueSchema } from '@instaflow/flow-model';

const text = z.string().min(1).max(2_200);
const id = z.string().min(1).max(1_000);
const post = { mediaId: id.optional(), permalink: id.nullish() };

/** A year and a day, in milliseconds: the longest a single move lets pass. */
const longestPassMs = 366 * 86_400_000;

/** One thing that the person, the clock or the account does in a talk. */
export const talkMoveSchema = z.discriminatedUnion('kind', [
  /** The flow begins as if one of its triggers had fired; the person has just written. */
  z.strictObject({ kind: z.literal('start') }),
  /** The person writes; `ref` when they came through a link. */
  z.strictObject({ kind: z.literal('text'), text, ref: id.optional() }),
  /** A quick reply, a button, an ice breaker or an item of the menu is tapped. */
  z.strictObject({
    kind: z.literal('tap'),
    payload: id,
    title: z.string().max(100).nullable().default(null),
    as: z.enum(['quick_reply', 'postback']).default('postback'),
  }),
  z.strictObject({
    kind: z.literal('media'),
    mediaType: z.enum(['image', 'video', 'audio', 'file']).default('image'),
    url: z.string().max(2_000).nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('comment'), text, isLive: z.boolean().default(false), ...post }),
  z.strictObject({ kind: z.literal('story_reply'), text, storyUrl: z.string().max(2_000).nullish() }),
  z.strictObject({ kind: z.literal('story_mention'), storyUrl: z.string().max(2_000).nullish() }),
  /** The person opens a link with `ref` and writes nothing. */
  z.strictObject({ kind: z.literal('ref_link'), ref: id }),
  /** Time passes; what falls due on the way happens at its time. */
  z.strictObject({ kind: z.literal('pass'), ms: z.number().int().min(0).max(longestPassMs) }),
  /** Time passes until the run goes on by itself; nothing happens when it does not. */
  z.strictObject({ kind: z.literal('pass_to_wake') }),
  /** Something about the person changes, as if somebody had edited it; fields left out stay. */
  z.strictObject({
    kind: z.literal('person'),
    isFollower: z.boolean().nullable().optional(),
    tags: z.array(z.string().max(100)).max(100).optional(),
    /** Those named only; null takes one away. */
    customAttributes: z.record(z.string().max(100), jsonValueSchema).optional(),
  }),
  /** A person of the account gives the conversation back to automation. */
  z.strictObject({ kind: z.literal('release') }),
]);
export type TalkMove = z.infer<typeof talkMoveSchema>;
/** As written down, defaults left out. */
export type TalkMoveInput = z.input<typeof talkMoveSchema>;
