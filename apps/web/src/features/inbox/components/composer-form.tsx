import { Button, Textarea } from '@instaflow/ui';
import { Send } from 'lucide-react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSendMessage } from '../api/use-send-message';
import { countBytes, countMessages, textLimitBytes } from '../split-message';
import { useInbox } from '../state/inbox-store';

export const composerId = 'inbox-composer';

export type ComposerFormProps = { conversationId: string };

/** The field and the button; the text survives going elsewhere. */
export function ComposerForm({ conversationId }: ComposerFormProps) {
  const { t } = useTranslation('inbox');
  const text = useInbox((inbox) => inbox.drafts[conversationId] ?? '');
  const setDraft = useInbox((inbox) => inbox.setDraft);
  const { send } = useSendMessage(conversationId);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    send(text.trim());
    setDraft(conversationId, '');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <form onSubmit={submit}>
      <div className="flex items-end gap-2">
        <Textarea
          id={composerId}
          aria-label={t('composer.label')}
          aria-describedby={`${composerId}-hint`}
          placeholder={t('composer.placeholder')}
          rows={1}
          maxLength={10_000}
          className="max-h-40 min-h-9"
          value={text}
          onChange={(event) => setDraft(conversationId, event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" variant="primary" aria-label={t('composer.send')} disabled={text.trim() === ''}>
          <Send aria-hidden="true" />
          <span className="max-sm:hidden">{t('composer.send')}</span>
        </Button>
      </div>
      <div
        id={`${composerId}-hint`}
        className="flex flex-wrap justify-between gap-x-4 pt-1.5 text-xs text-ink-faint"
      >
        <span className="max-sm:hidden">{t('composer.keys')}</span>
        <span>{t('composer.sendHint')}</span>
        <TextSize text={text} />
      </div>
    </form>
  );
}

function TextSize({ text }: { text: string }) {
  const { t } = useTranslation('inbox');
  const used = countBytes(text);
  const count = countMessages(text);
  if (count > 1) return <span className="text-warning-text">{t('composer.split', { count })}</span>;
  if (used <= textLimitBytes / 2) return null;
  return <span>{t('composer.bytes', { used, limit: textLimitBytes })}</span>;
}
