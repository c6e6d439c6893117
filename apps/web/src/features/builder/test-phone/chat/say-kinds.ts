import type { TalkMoveInput } from '@instaflow/flow-engine';

/** Ways in which the person can say something by words. */
export const sayKinds = [
  'text',
  'comment',
  'live_comment',
  'story_reply',
  'story_mention',
  'ref_link',
] as const;
export type SayKind = (typeof sayKinds)[number];

/** The move of somebody who says `text` in a certain way; null when there is nothing to say. */
export function sayMove(kind: SayKind, text: string): TalkMoveInput | null {
  const said = text.trim();
  if (kind === 'story_mention') return { kind };
  if (said === '') return null;
  switch (kind) {
    case 'text':
    case 'comment':
    case 'story_reply':
      return { kind, text: said };
    case 'live_comment':
      return { kind: 'comment', text: said, isLive: true };
    case 'ref_link':
      return { kind, ref: said };
  }
}
