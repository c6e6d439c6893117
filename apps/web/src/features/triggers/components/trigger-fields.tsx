import type { FlowSummary } from '@instaflow/contracts';
import { cx, Field } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { SearchSelect } from '../../builder/search/search-select';
import { hasKeywords, type DraftProblem, type TriggerDraft } from '../trigger-draft';
import { CommentFields } from './comment-fields';
import { FrequencyFields } from './frequency-fields';
import { KeywordFields } from './keyword-fields';
import { KindField } from './kind-field';
import { LinkFields } from './link-fields';
import { OncePerPost } from './once-per-post';
import { UnavailableKinds } from './unavailable-kinds';

export type TriggerFieldsProps = {
  draft: TriggerDraft;
  /** To choose from; null when the flow is given. */
  flows: readonly FlowSummary[] | null;
  isNew: boolean;
  problems: readonly DraftProblem[];
  onChange: (change: Partial<TriggerDraft>) => void;
};

/** The form of a trigger; only what its kind needs. */
export function TriggerFields({ draft, flows, isNew, problems, onChange }: TriggerFieldsProps) {
  const { t } = useTranslation('triggers');
  const { type } = draft;
  const part = { draft, problems, onChange };
  return (
    <>
      <div className={cx('grid gap-4', flows && 'sm:grid-cols-2')}>
        <KindField type={type} isNew={isNew} onChange={(next) => onChange({ type: next })} />
        {flows && (
          <Field
            label={t('form.flow')}
            error={problems.includes('flowMissing') ? t('form.flowMissing') : null}
          >
            <SearchSelect
              searchLabel={t('searchFlow')}
              emptyText={t('noSuchFlow')}
              value={draft.flowId}
              disabled={!isNew}
              options={flows.map((flow) => ({ value: flow.flowId, label: flow.name }))}
              onChange={(flowId) => onChange({ flowId })}
            />
          </Field>
        )}
      </div>
      {isNew && <UnavailableKinds />}
      {hasKeywords(type) && <KeywordFields {...part} />}
      {type === 'ref_link' && <LinkFields {...part} />}
      {type === 'comment_keyword' && <CommentFields {...part} />}
      {(type === 'comment_keyword' || type === 'live_comment') && <OncePerPost {...part} />}
      <FrequencyFields {...part} />
    </>
  );
}
