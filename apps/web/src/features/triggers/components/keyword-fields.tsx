import type { TriggerType } from '@instaflow/contracts';
import { Field, Input, Select, Switch } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { canForgiveTypos, matchModes } from '../trigger-draft';
import type { DraftPartProps } from './draft-part';

const hintOf = (type: TriggerType) => {
  if (type === 'dm_keyword') return 'form.keywordHint';
  return type === 'ice_breaker' ? 'form.keywordHintTap' : 'form.keywordHintAny';
};

/** Which words start it, which prevent it, and how strictly they are compared. */
export function KeywordFields({ draft, problems, onChange }: DraftPartProps) {
  const { t } = useTranslation('triggers');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <Field
          label={t('form.keyword')}
          hint={t(hintOf(draft.type))}
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
      {canForgiveTypos(draft) && (
        <Switch
          label={t('form.typos')}
          hint={t('form.typosHint')}
          isOn={draft.allowTypos}
          onChange={(allowTypos) => onChange({ allowTypos })}
        />
      )}
      <Field label={t('form.exclude')} hint={t('form.excludeHint')}>
        <Input value={draft.exclude} onChange={(event) => onChange({ exclude: event.target.value })} />
      </Field>
    </>
  );
}
