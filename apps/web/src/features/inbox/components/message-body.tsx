import type { Message } from '@instaflow/contracts';
import { useTranslation } from 'react-i18next';
import type { ReadContent } from '../read-content';
import { LinkedText } from './linked-text';
import { MessageCards } from './message-cards';
import { MessageChoices } from './message-choices';
import { MessageFiles } from './message-files';
import { StoryPreview } from './story-preview';

export type MessageBodyProps = { message: Message; read: ReadContent };

const named = [
  'comment',
  'comment_reply',
  'story_reply',
  'story_mention',
  'button_response',
  'quick_reply_response',
  'reaction',
  'share',
  'carousel',
] as const;

const isShowing = ({ files, story, cards }: ReadContent): boolean =>
  files.length + cards.length > 0 || story !== null;

/** What a message shows. Text of others is only ever text. */
export function MessageBody({ message, read }: MessageBodyProps) {
  const { t } = useTranslation('inbox');
  const { content, type, direction } = message;
  if (type === 'deleted') return <em className="opacity-80">{t('kind.deleted')}</em>;
  const kind = named.find((known) => known === type);
  const isEmpty = !content.text && !isShowing(read) && !kind;
  return (
    <div className="flex flex-col gap-1.5">
      {kind && (
        <p className="text-xs opacity-80">
          {kind === 'share' && direction === 'outbound' ? t('kind.ownShare') : t(`kind.${kind}`)}
        </p>
      )}
      {isEmpty && <em className="opacity-80">{t('kind.unsupported')}</em>}
      {read.story && <StoryPreview story={read.story} isMention={type === 'story_mention'} />}
      <MessageFiles files={read.files} isShare={type === 'share'} />
      {read.title && <p className="font-medium">{read.title}</p>}
      {content.text && <LinkedText text={content.text} />}
      <MessageCards cards={read.cards} />
      <MessageChoices content={content} />
    </div>
  );
}
