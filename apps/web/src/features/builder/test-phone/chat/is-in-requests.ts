import type { Talk } from '@instaflow/flow-engine';

/** Whether the conversation lies in the person's message requests: the account wrote first, and they do not follow. */
export function isInRequests({ lines, contact, conversation }: Talk): boolean {
  const hasReply = lines.some((line) => line.kind === 'effect' && line.effect.kind === 'private_reply');
  return hasReply && contact.isFollower !== true && conversation.windowExpiresAt === null;
}
