import { IconButton } from '@instaflow/ui';
import { CornerUpLeft, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '@instaflow/contracts';
import { useQuoteText } from '../hooks/use-quote-text';

export type ReplyBannerProps = { quoted: Message; onRemove: () => void };

/** Which message is being answered. */
export function ReplyBanner({ quoted, onRemove }: ReplyBannerProps) {
  const { t } = useTranslation('inbox');
  const { name, text } = useQuoteText()(quoted);
  return (
    <div className="mb-2 flex items-center gap-2 rounded-md border-l-2 border-accent bg-sunken py-1 pr-1 pl-2.5 text-sm">
      <CornerUpLeft aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
      <p className="flex min-w-0 flex-1 gap-1.5">
        <span className="sr-only">{t('quote.answers')}</span>
        <span className="shrink-0 font-medium">{name}</span>
        <span className="truncate text-ink-muted">{text}</span>
      </p>
      <IconButton size="sm" hasTooltip={false} label={t('quote.remove')} onClick={onRemove}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
