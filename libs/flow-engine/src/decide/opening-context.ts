import type { InboundEvent } from '../inbound-event';
import type { RunState } from '../run-state';

/** What a run knows from its first moment, as `flow.story`, `flow.referral` and `flow.comment`. */
export function openingContext(events: readonly InboundEvent[]): RunState['context'] {
  const story = events.findLast((event) => event.story)?.story;
  const referral = events.findLast((event) => event.referral)?.referral;
  const commented = events.findLast((event) => event.comment);
  return {
    ...(story && { story: { id: story.id, url: story.url } }),
    ...(referral && { referral: { ...referral } }),
    ...(commented?.comment && {
      comment: {
        id: commented.comment.commentId,
        text: commented.text,
        mediaId: commented.comment.mediaId,
      },
    }),
  };
}
