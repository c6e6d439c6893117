import type { Conversation } from '@instaflow/contracts';
import { Button, Notice, Textarea } from '@instaflow/ui';
import { Send } from 'lucide-react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { windowStateOf } from '../../../shared/conversation/window-state';
import { useFormat } from '../../../shared/format/use-format';
import { useNow } from '../../../shared/format/use-now';
import { useSendMessage } from '../api/use-send-message';
import { countBytes, countMessages, textLimitBytes } from '../split-message';
import { useInbox } from '../state/inbox-store';

export const composerId = 'inbox-composer';

export type ComposerProps = { conversation: Conversation };

/** Where a person answers; says why when Instagram does not allow it. */
export function Composer({ conversation }: ComposerProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { can } = useAccess();
  const { conversationId } = conversation;
  const text = useInbox((inbox) => inbox.drafts[conversationId] ?? '');
  const setDraft = useInbox((inbox) => inbox.setDraft);
  const { send } = useSendMessage(conversationId);
  const state = windowStateOf(conversation, useNow());
  const bytes = countBytes(text);
  const parts = countMessages(text);

  if (!can('answerPeople')) return <Notice className="m-3">{t('composer.noAccess')}</Notice>;
  if (!('endsAt' in state)) {
    return (
      <Notice tone="warning" className="m-3">
        {t(`window.${state.kind}Hint`)}
      </Notice>
    );
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '') return;
    send(text.trim());
    setDraft(conversationId, '');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const endsAt = `${format.date(state.endsAt)}, ${format.time(state.endsAt)}`;
  return (
    <form
      onSubmit={submit}
      className="border-t border-line bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      {state.kind === 'human' && <Notice className="mb-2">{t('window.humanHint', { time: endsAt })}</Notice>}
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
        <span>{t('composer.sendHint')}</span>
        {bytes > textLimitBytes / 2 && (
          <span className={parts > 1 ? 'text-warning-text' : undefined}>
            {parts > 1
              ? t('composer.split', { count: parts })
              : t('composer.bytes', { used: bytes, limit: textLimitBytes })}
          </span>
        )}
      </div>
    </form>
  );
}
