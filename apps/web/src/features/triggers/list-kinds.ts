import type { TriggerOffer, TriggerType } from '@instaflow/contracts';

/** Kinds in the order they are offered: what is used most comes first. */
export const triggerKinds = [
  'dm_keyword',
  'comment_keyword',
  'story_reply',
  'story_mention',
  'live_comment',
  'ref_link',
  'ice_breaker',
  'welcome_message',
  'default_reply',
] as const satisfies readonly TriggerType[];

/** Kinds people look for and cannot have, each with the reason. */
export const listUnavailable = (offers: readonly TriggerOffer[] | undefined) =>
  (offers ?? []).flatMap(({ type, isAvailable, reason }) =>
    isAvailable ? [] : [{ type, reason: reason ?? '' }],
  );
