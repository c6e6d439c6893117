import type { FlowSummary, TriggerType } from '@instaflow/contracts';
import { Field, Input, Select } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import {
  hasKeywords,
  matchModes,
  offeredTypes,
  type DraftProblem,
  type TriggerDraft,
} from '../trigger-draft';
import { CommentFields } from './comment-fields';
import { FrequencyFields } from './frequency-fields';

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
      {hasKeywords(draft.type) && (
        <>
          <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
            <Field
              label={t('form.keyword')}
              hint={draft.type === 'dm_keyword' ? t('form.keywordHint') : t('form.keywordHintAny')}
              error={problems.includes('keywordMissing') ? t('form.keywordMissing') : null}
            >
              <Input
                value={draft.keyword}
                maxLength={1_000}
                autoCapitalize="none"
                onChange={(event) => onChange({ keyword: event.target.value })}
              />
            </Field>
            <Field label={t('form.match')}>
              <Select
                value={draft.match}
                options={matchModes.map((value) => ({ value, label: t(`match.${value}`) }))}
                onChange={(match) => onChange({ match })}
              />
            </Field>
          </div>
          <Field label={t('form.exclude')} hint={t('form.excludeHint')}>
            <Input value={draft.exclude} onChange={(event) => onChange({ exclude: event.target.value })} />
          </Field>
        </>
      )}
      {draft.type === 'comment_keyword' && <CommentFields {...part} />}
      <FrequencyFields {...part} />
    </>
  );
}
