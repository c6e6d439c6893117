import type { TalkLine } from '@instaflow/flow-engine';

/** Whether the account says it to the person, in the conversation or below a post. */
export function isReply(line: TalkLine): boolean {
  if (line.kind === 'event') return false;
  return ['send_message', 'private_reply', 'comment_reply'].includes(line.effect.kind);
}
