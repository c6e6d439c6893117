import type { FlowSummary, TriggerType } from '@instaflow/contracts';
import { Field, Select } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { hasKeywords, offeredTypes, type DraftProblem, type TriggerDraft } from '../trigger-draft';
import { CommentFields } from './comment-fields';
import { FrequencyFields } from './frequency-fields';
import { KeywordFields } from './keyword-fields';

export type TriggerFieldsProps = {
  draft: TriggerDraft;
  flows: readonly FlowSummary[];
  isNew: boolean;
  problems: readonly DraftProblem[];
  onChange: (change: Partial<TriggerDraft>) => void;
};

/** The form of a trigger; only what its kind needs. */
export function TriggerFields({ draft, flows, isNew, problems, onChange }: TriggerFieldsProps) {
  const { t } = useTranslation('triggers');
  const hinted = offeredTypes.find((type) => type === draft.type);
  const types: readonly TriggerType[] = hinted ? offeredTypes : [draft.type];
  const part = { draft, problems, onChange };
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('form.type')} hint={hinted && t(`typeHint.${hinted}`)}>
          <Select
            value={draft.type}
            disabled={!isNew}
            options={types.map((value) => ({ value, label: t(`type.${value}`) }))}
            onChange={(type) => onChange({ type })}
          />
        </Field>
        <Field label={t('form.flow')} error={problems.includes('flowMissing') ? t('form.flowMissing') : null}>
          <Select
            value={draft.flowId}
            disabled={!isNew}
            options={flows.map((flow) => ({ value: flow.flowId, label: flow.name }))}
            onChange={(flowId) => onChange({ flowId })}
          />
        </Field>
      </div>
      {hasKeywords(draft.type) && <KeywordFields {...part} />}
      {draft.type === 'comment_keyword' && <CommentFields {...part} />}
      <FrequencyFields {...part} />
    </>
  );
}
