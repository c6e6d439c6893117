import type { Message } from '@instaflow/contracts';
import { cx, IconButton, Popover } from '@instaflow/ui';
import { SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReact } from '../api/use-react';
import { useThread } from '../thread-context';

export type ReactionPickerProps = { message: Message; ownReaction: string | null };

/** Instagram's own first row. */
const emojis = ['❤️', '😂', '😮', '😢', '😡', '👍'] as const;

/** Chooses the account's reaction to a message; the chosen one, pressed again, is taken back. */
export function ReactionPicker({ message, ownReaction }: ReactionPickerProps) {
  const { t } = useTranslation('inbox');
  const { hasHeartOnly } = useThread();
  const [isOpen, setIsOpen] = useState(false);
  const react = useReact();
  const choose = (emoji: string) => {
    setIsOpen(false);
    react.mutate({ message, reaction: emoji === ownReaction ? null : emoji });
  };
  return (
    <Popover
      label={t('react.title')}
      side="top"
      className="w-auto p-1"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <IconButton size="sm" label={t('react.title')} hasTooltip={false} className="text-ink-muted">
          <SmilePlus aria-hidden="true" />
        </IconButton>
      }
    >
      <div className="flex">
        {(hasHeartOnly ? emojis.slice(0, 1) : emojis).map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={t(`react.emoji.${emoji}`)}
            aria-pressed={emoji === ownReaction}
            onClick={() => choose(emoji)}
            className={cx(
              'grid size-9 place-items-center rounded-md text-lg hover:bg-hover touch:size-11',
              emoji === ownReaction && 'bg-accent-soft',
            )}
          >
            {emoji}
          </button>
        ))}
      </div>
    </Popover>
  );
}
