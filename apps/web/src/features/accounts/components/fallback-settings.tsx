import { Button, Card, Field, Notice, Select } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAllFlows } from '../../../shared/flow/use-all-flows';
import { FallbackRule } from './fallback-rule';
import type { SettingsPartProps } from './number-setting';

const nothing = 'none';

/** What happens when no flow answers. */
export function FallbackSettings({ draft, problems, onChange }: SettingsPartProps) {
  const { t } = useTranslation('accounts');
  const flows = useAllFlows();
  const options = [
    { value: nothing, label: t('settings.defaultFlowNone') },
    ...(flows.data?.flows ?? []).map((flow) => ({ value: flow.flowId, label: flow.name })),
  ];
  return (
    <Card title={t('settings.fallback')}>
      <div className="flex flex-col gap-5">
        <Field label={t('settings.defaultFlow')}>
          <Select
            value={draft.defaultReplyFlowId ?? nothing}
            options={options}
            onChange={(value) => onChange({ defaultReplyFlowId: value === nothing ? null : value })}
          />
        </Field>
        <fieldset className="flex flex-col gap-3">
          <legend className="text-sm font-medium">{t('settings.rules')}</legend>
          <p className="text-sm text-ink-muted">{t('settings.rulesHint')}</p>
          {draft.rules.map((rule, index) => (
            <FallbackRule
              key={index}
              rule={rule}
              onChange={(changed) => onChange({ rules: draft.rules.with(index, changed) })}
              onRemove={() => onChange({ rules: draft.rules.toSpliced(index, 1) })}
            />
          ))}
          {problems.areRulesIncomplete && <Notice tone="warning">{t('settings.ruleIncomplete')}</Notice>}
          <Button
            size="sm"
            className="self-start"
            onClick={() =>
              onChange({ rules: [...draft.rules, { keywords: '', match: 'contains_word', reply: '' }] })
            }
          >
            <Plus aria-hidden="true" />
            {t('settings.ruleAdd')}
          </Button>
        </fieldset>
      </div>
    </Card>
  );
}
