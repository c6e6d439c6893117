import type { MessageContent } from '@instaflow/contracts';
import type { ParsedEvent } from './parsed-event';

/** What the message log keeps of an event. Only fields that say something are set. */
export const messageContentOf = (event: ParsedEvent): MessageContent => ({
  ...(event.text !== null && { text: event.text }),
  ...mediaContent(event.attachments),
  ...(event.payload !== null && { payload: event.payload }),
  ...(event.replyToMid !== null && { replyToMid: event.replyToMid }),
  ...(event.story?.url && { storyUrl: event.story.url }),
  ...(event.reaction && {
    reaction: event.reaction.emoji ?? event.reaction.reaction,
    reactsToMid: event.mid,
  }),
  ...(event.comment && commentContent(event.comment)),
});

const mediaContent = (attachments: ParsedEvent['attachments']) => {
  const [first] = attachments;
  if (!first) return {};
  return {
    mediaType: first.type,
    ...(first.url && { mediaUrl: first.url }),
    ...(attachments.length > 1 && { attachments }),
  };
};

const commentContent = ({ commentId, mediaId, parentId }: NonNullable<ParsedEvent['comment']>) => ({
  commentId,
  mediaId,
  ...(parentId !== null && { parentCommentId: parentId }),
});
