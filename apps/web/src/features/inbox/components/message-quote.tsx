import type { Message } from '@instaflow/contracts';
import { CornerUpLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuoteText } from '../hooks/use-quote-text';
import { messageElementId } from '../element-ids';

export type MessageQuoteProps = {
  /** The message that is answered; undefined when it is not loaded. */
  quoted: Message | undefined;
};

/** Above an answer: what it answers; pressing it goes there. */
export function MessageQuote({ quoted }: MessageQuoteProps) {
  const { t } = useTranslation('inbox');
  const quoteText = useQuoteText();
  if (!quoted) return <p className="px-1 text-xs text-ink-muted">{t('quote.unknown')}</p>;
  const { name, text } = quoteText(quoted);
  const show = () => {
    const element = document.getElementById(messageElementId(quoted.messageLogId));
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
  };
  return (
    <button
      type="button"
      onClick={show}
      title={t('quote.show')}
      className="flex max-w-full items-center gap-1.5 rounded-md border-l-2 border-line-strong bg-sunken/60 px-2 py-1 text-left text-xs text-ink-muted hover:bg-hover"
    >
      <CornerUpLeft aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="sr-only">{t('quote.answers')}</span>
      <span className="shrink-0 font-medium">{name}</span>
      <span className="truncate">{text}</span>
    </button>
  );
}
