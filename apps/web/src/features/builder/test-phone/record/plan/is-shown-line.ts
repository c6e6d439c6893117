import type { TalkLine } from '@instaflow/flow-engine';

const shownKinds: readonly string[] = [
  'text',
  'quick_reply',
  'postback',
  'media',
  'comment',
  'story_reply',
  'story_mention',
  'referral',
  'send_message',
  'private_reply',
  'comment_reply',
];

/** Whether the person at Instagram sees it, at once or after quiet hours: not what happens only behind the conversation. */
export function isShownLine(line: TalkLine): boolean {
  if (line.kind === 'event') return shownKinds.includes(line.event.kind);
  return (line.delivery === 'done' || line.delivery === 'held') && shownKinds.includes(line.effect.kind);
}
