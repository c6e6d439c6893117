import type { InboundEvent } from '../inbound-event';

/** The post a comment counts for: an advertisement counts as the post it was made from. */
export function postOf({ mediaId, originalMediaId }: NonNullable<InboundEvent['comment']>): string {
  return originalMediaId ?? mediaId;
}

/** Where the history of triggers keeps that one has answered a person below a post. */
export function postKey(triggerId: string, post: string): string {
  return `${triggerId}@${post}`;
}
