import type { MessageContent, MessageType } from '@instaflow/contracts';

const maxCharacters = 160;

const labels: Partial<Record<MessageType, string>> = {
  image: 'Image',
  video: 'Video',
  audio: 'Voice message',
  file: 'File',
  carousel: 'Cards',
  story_mention: 'Mentioned you in a story',
  story_reply: 'Replied to your story',
  share: 'Shared a post',
  reaction: 'Reacted to a message',
  unsupported: 'Unsupported message',
  deleted: 'Deleted message',
};

/** One line for the list of conversations: the text cut to 160 characters, or a name of what it is. */
export const previewOf = ({ type, content }: { type: MessageType; content: MessageContent }): string => {
  const text = content.text?.replace(/\s+/g, ' ').trim();
  if (!text || type === 'deleted') return labels[type] ?? '';
  // Cut by code points: half an emoji is no valid text for the database.
  const characters = Array.from(text.slice(0, maxCharacters * 2 + 2));
  return characters.length > maxCharacters ? `${characters.slice(0, maxCharacters - 1).join('')}…` : text;
};
