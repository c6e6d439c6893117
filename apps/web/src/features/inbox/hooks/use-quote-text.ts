import type { Message } from '@instaflow/contracts';
import { useTranslation } from 'react-i18next';
import { readContent } from '../read-content';
import { useThread } from '../thread-context';

export type QuoteText = { name: string; text: string };

/** A message in one line, with who wrote it. */
export function useQuoteText(): (message: Message) => QuoteText {
  const { t } = useTranslation('inbox');
  const { contactName } = useThread();
  return (message) => {
    const name = message.direction === 'inbound' ? contactName : t('quote.us');
    if (message.type === 'deleted') return { name, text: t('kind.deleted') };
    if (message.content.text) return { name, text: message.content.text };
    const { files, story } = readContent(message);
    if (story) return { name, text: t('quote.story') };
    const kind = files[0]?.kind;
    return { name, text: kind && kind !== 'unknown' ? t(`kind.${kind}`) : t('kind.attachment') };
  };
}
