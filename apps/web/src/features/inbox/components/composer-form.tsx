import { Button, Textarea } from '@instaflow/ui';
import { Send } from 'lucide-react';
import type { ClipboardEvent, FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { composerId } from '../element-ids';
import { useDraft } from '../hooks/use-draft';
import { useTyping } from '../hooks/use-typing';
import { AttachButton } from './attach-button';
import { AttachmentList } from './attachment-list';
import { ComposerHints } from './composer-hints';
import { ReplyBanner } from './reply-banner';

export type ComposerFormProps = { conversationId: string };

/** The field, its files and the button; the text survives going elsewhere. */
export function ComposerForm({ conversationId }: ComposerFormProps) {
  const { t } = useTranslation('inbox');
  const draft = useDraft(conversationId);
  const tellTyping = useTyping(conversationId);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    draft.submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    draft.addFiles(event.clipboardData.files);
  };
  return (
    <form onSubmit={submit}>
      {draft.quoted && <ReplyBanner quoted={draft.quoted} onRemove={draft.removeReply} />}
      <AttachmentList files={draft.files} onRemove={draft.removeFile} />
      <div className="flex items-end gap-1.5">
        <AttachButton onFiles={draft.addFiles} />
        <Textarea
          id={composerId}
          aria-label={t('composer.label')}
          aria-describedby={`${composerId}-hint`}
          placeholder={t('composer.placeholder')}
          rows={1}
          maxLength={10_000}
          className="max-h-40 min-h-9"
          value={draft.text}
          onChange={(event) => {
            draft.setText(event.target.value);
            if (event.target.value.trim() !== '') tellTyping();
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <Button type="submit" variant="primary" aria-label={t('composer.send')} disabled={!draft.canSend}>
          <Send aria-hidden="true" />
          <span className="max-sm:hidden">{t('composer.send')}</span>
        </Button>
      </div>
      <ComposerHints text={draft.text} isWaiting={draft.isWaiting} />
    </form>
  );
}
