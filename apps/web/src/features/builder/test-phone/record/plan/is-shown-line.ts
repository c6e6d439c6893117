import type { InboundEvent, TalkLine } from '@instaflow/flow-engine';
import { isReply } from '../../chat/is-reply';

const saidKinds: readonly InboundEvent['kind'][] = [
  'text',
  'quick_reply',
  'postback',
  'media',
  'comment',
  'story_reply',
  'story_mention',
  'referral',
];

/** Whether the person at Instagram sees it, at once or after quiet hours: not what happens only behind the conversation. */
export function isShownLine(line: TalkLine): boolean {
  if (line.kind === 'event') return saidKinds.includes(line.event.kind);
  return (line.delivery === 'done' || line.delivery === 'held') && isReply(line);
}
