import type { Message } from '@instaflow/contracts';
import { cx } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useReact } from '../api/use-react';
import type { ReadContent } from '../read-content';
import { useThread } from '../thread-context';

export type MessageReactionsProps = { message: Message; read: ReadContent };

const chip =
  'inline-flex h-6 items-center rounded-full border border-line bg-surface px-1.5 text-sm leading-none';

/** The emojis at a message: theirs, and ours, which goes away when pressed. */
export function MessageReactions({ message, read: { reaction, ownReaction } }: MessageReactionsProps) {
  const { t } = useTranslation('inbox');
  const { contactName, canAnswer } = useThread();
  const react = useReact();
  if (reaction === null && ownReaction === null) return null;
  const isInbound = message.direction === 'inbound';
  return (
    <p className={cx('relative z-1 -mt-2.5 flex gap-1 px-2', !isInbound && 'justify-end')}>
      {reaction && (
        <span
          role="img"
          className={chip}
          aria-label={t('react.theirs', { name: contactName, emoji: reaction })}
          title={t('react.theirs', { name: contactName, emoji: reaction })}
        >
          {reaction}
        </span>
      )}
      {ownReaction &&
        (canAnswer && isInbound ? (
          <button
            type="button"
            className={cx(chip, 'border-accent hover:bg-hover touch:h-8')}
            aria-label={t('react.takeBack', { emoji: ownReaction })}
            title={t('react.takeBack', { emoji: ownReaction })}
            onClick={() => react.mutate({ message, reaction: null })}
          >
            {ownReaction}
          </button>
        ) : (
          <span role="img" className={chip} aria-label={t('react.ours', { emoji: ownReaction })}>
            {ownReaction}
          </span>
        ))}
    </p>
  );
}
