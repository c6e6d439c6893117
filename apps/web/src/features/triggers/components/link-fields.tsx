import { Field, Input } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { splitWords } from '../trigger-draft';
import { ChatLinks } from './chat-links';
import type { DraftPartProps } from './draft-part';

/** The reference of a link, and the link it makes. */
export function LinkFields({ draft, problems, onChange }: DraftPartProps) {
  const { t } = useTranslation('triggers');
  return (
    <>
      <Field
        label={t('form.reference')}
        hint={t('form.referenceHint')}
        error={problems.includes('refWrong') ? t('form.refWrong') : null}
      >
        <Input
          value={draft.keyword}
          maxLength={1_000}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ keyword: event.target.value })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <p className="text-sm font-medium">{t('form.links')}</p>
        <ChatLinks references={splitWords(draft.keyword)} />
        <p className="text-sm text-ink-muted">{t('form.linksHint')}</p>
      </div>
    </>
  );
}
