import { Field, Input, Textarea } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { DraftProblem, TriggerDraft } from '../trigger-draft';

export type DraftPartProps = {
  draft: TriggerDraft;
  problems: readonly DraftProblem[];
  onChange: (change: Partial<TriggerDraft>) => void;
};

/** What only comments have: the post, and public answers. */
export function CommentFields({ draft, problems, onChange }: DraftPartProps) {
  const { t } = useTranslation('triggers');
  return (
    <>
      <Field
        label={t('form.post')}
        hint={t('form.postHint')}
        error={problems.includes('postWrong') ? t('form.postWrong') : null}
      >
        <Input
          type="url"
          value={draft.postPermalink}
          onChange={(event) => onChange({ postPermalink: event.target.value })}
        />
      </Field>
      <Field label={t('form.publicReplies')} hint={t('form.publicRepliesHint')}>
        <Textarea
          value={draft.publicReplies}
          onChange={(event) => onChange({ publicReplies: event.target.value })}
        />
      </Field>
    </>
  );
}
