import { Button, IconButton, Textarea } from '@instaflow/ui';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export type PublicRepliesProps = { replies: readonly string[]; onChange: (replies: string[]) => void };

const maxReplies = 20;
const maxLength = 1_000;

/** Variants of the answer everybody sees; one of them is picked for each comment. */
export function PublicReplies({ replies, onChange }: PublicRepliesProps) {
  const { t } = useTranslation('triggers');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1.5 text-sm font-medium">{t('form.publicReplies')}</legend>
      {replies.map((reply, index) => (
        <div key={index} className="flex items-start gap-1">
          <Textarea
            rows={1}
            className="min-h-9"
            maxLength={maxLength}
            aria-label={t('form.reply', { number: index + 1 })}
            value={reply}
            onChange={(event) =>
              onChange(replies.map((text, at) => (at === index ? event.target.value : text)))
            }
          />
          <IconButton
            label={t('form.removeReply', { number: index + 1 })}
            onClick={() => onChange(replies.filter((_, at) => at !== index))}
          >
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {replies.length < maxReplies && (
        <Button size="sm" className="self-start" onClick={() => onChange([...replies, ''])}>
          <Plus aria-hidden="true" />
          {t('form.addReply')}
        </Button>
      )}
      <p className="text-sm text-ink-muted">{t('form.publicRepliesHint')}</p>
    </fieldset>
  );
}
