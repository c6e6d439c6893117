import type { InboundEvent } from '../inbound-event';
import type { TalkMove } from './talk-move';

export type SpokenMove = Exclude<
  TalkMove,
  { kind: 'start' | 'pass' | 'pass_to_wake' | 'person' | 'release' }
>;

/** The post a comment is below when the move names none. */
export const simulatedPostId = 'simulated';

type Said = Pick<InboundEvent, 'kind'> & Partial<InboundEvent>;

/** What the person does as Instagram would tell it. */
export function readEvent(move: SpokenMove, { id, at }: { id: string; at: number }): InboundEvent {
  return { text: null, payload: null, ...say(move, id), id, mid: id, at };
}

function say(move: SpokenMove, id: string): Said {
  switch (move.kind) {
    case 'text':
      return {
        kind: 'text',
        text: move.text,
        ...(move.ref !== undefined && { referral: referralBy(move.ref) }),
      };
    case 'tap':
      return { kind: move.as, text: move.title, payload: move.payload };
    case 'media':
      return { kind: 'media', attachments: [{ type: move.mediaType, url: move.url }] };
    case 'comment': {
      const { mediaId = simulatedPostId, permalink = null, isLive } = move;
      const comment = { commentId: id, mediaId, parentId: null, fromSelf: false, permalink, isLive };
      return { kind: 'comment', text: move.text, comment };
    }
    case 'story_reply':
      return { kind: 'story_reply', text: move.text, story: storyAt(move) };
    case 'story_mention':
      return { kind: 'story_mention', story: storyAt(move) };
    case 'ref_link':
      return { kind: 'referral', payload: move.ref, referral: referralBy(move.ref) };
  }
}

function referralBy(ref: string): NonNullable<InboundEvent['referral']> {
  return { ref, source: 'SHORTLINK', type: 'OPEN_THREAD', adId: null, adTitle: null };
}

function storyAt({ storyUrl = null }: { storyUrl?: string | null | undefined }) {
  return { id: null, url: storyUrl };
}
