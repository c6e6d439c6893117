import type { Message } from '@instaflow/contracts';
import { useTranslation } from 'react-i18next';
import { LinkedText } from './linked-text';
import { MessageChoices } from './message-choices';
import { MessageMedia } from './message-media';

export type MessageBodyProps = { message: Message };

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

/** What a message shows. Text of others is only ever text. */
export function MessageBody({ message }: MessageBodyProps) {
  const { t } = useTranslation('inbox');
  const { content, type } = message;
  if (type === 'deleted') return <em className="opacity-80">{t('kind.deleted')}</em>;
  const kind = named.find((known) => known === type);
  const isEmpty = !content.text && !content.mediaUrl && !kind;
  return (
    <div className="flex flex-col gap-1.5">
      {kind && <p className="text-xs opacity-80">{t(`kind.${kind}`)}</p>}
      {isEmpty && <em className="opacity-80">{t('kind.unsupported')}</em>}
      {content.mediaUrl && <MessageMedia url={content.mediaUrl} type={content.mediaType ?? type} />}
      {content.text && <LinkedText text={content.text} />}
      <MessageChoices content={content} />
    </div>
  );
}
