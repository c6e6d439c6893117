import { z } from 'zod';

/*
 * What Instagram delivers, field by field. A field that is absent or of a wrong type reads as null (false, empty): these
 * schemas never fail, because one odd field is no reason to lose an event. Absence has a default of its own: most fields
 * are absent, and a failure that is caught costs ten times as much.
 */

const text = z.string().nullable().default(null).catch(null);
/** An id is text; a number is accepted when it is exact. */
const id = z
  .union([z.string().min(1), z.int().transform(String)])
  .nullable()
  .default(null)
  .catch(null);
/** Also written as text. */
const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,16}$/)
      .transform(Number),
  ])
  .nullable()
  .default(null)
  .catch(null);
const flag = z.boolean().default(false).catch(false);
const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).nullable().default(null).catch(null);

const person = part({ id });

const referral = part({
  ref: text,
  source: text,
  type: text,
  ad_id: id,
  ads_context_data: part({ ad_title: text, photo_url: text, video_url: text }),
});

const attachment = part({
  type: text,
  payload: part({ url: text, title: text, ig_post_media_id: id, reel_video_id: id }),
});

const message = part({
  mid: id,
  text,
  is_echo: flag,
  is_self: flag,
  is_deleted: flag,
  is_unsupported: flag,
  quick_reply: part({ payload: text }),
  reply_to: part({ mid: id, story: part({ id, url: text }) }),
  attachments: z.array(attachment).default([]).catch([]),
  referral,
});

const control = part({
  new_owner_app_id: id,
  previous_owner_app_id: id,
  requested_owner_app_id: id,
  metadata: text,
});

/** One item of `messaging[]` or `standby[]`. */
export const messagingSchema = z.object({
  sender: person,
  recipient: person,
  timestamp: number,
  is_self: flag,
  message,
  postback: part({ mid: id, title: text, payload: text, is_self: flag, referral }),
  reaction: part({ mid: id, action: text, reaction: text, emoji: text }),
  read: part({ mid: id }),
  message_edit: part({ mid: id, text, num_edit: number }),
  referral,
  optin: part({ type: text, payload: text, title: text }),
  pass_thread_control: control,
  take_thread_control: control,
  request_thread_control: control,
  policy_enforcement: part({ action: text, reason: text }),
  response_feedback: part({ feedback: text, mid: id }),
});

/** The `value` of a comment, or of a mention. */
export const commentSchema = z.object({
  id,
  comment_id: id,
  from: part({ id, username: text, self_ig_scoped_id: id }),
  text,
  media: part({ id, media_product_type: text, ad_id: id, original_media_id: id }),
  media_id: id,
  parent_id: id,
});

/** The `value` of the figures of a story. */
export const storyInsightsSchema = z.object({
  media_id: id,
  impressions: number,
  reach: number,
  taps_forward: number,
  taps_back: number,
  exits: number,
  replies: number,
});

export type WireMessaging = z.output<typeof messagingSchema>;
export type WireMessage = NonNullable<WireMessaging['message']>;
export type WireReferral = WireMessaging['referral'];
