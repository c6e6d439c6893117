import { Field, IconButton, Input, Select, Textarea } from '@instaflow/ui';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RuleDraft } from '../settings-draft';

export type FallbackRuleProps = {
  rule: RuleDraft;
  onChange: (rule: RuleDraft) => void;
  onRemove: () => void;
};

const matches = ['contains_word', 'exact', 'contains', 'starts_with'] as const;

/** One fixed answer. */
export function FallbackRule({ rule, onChange, onRemove }: FallbackRuleProps) {
  const { t } = useTranslation('accounts');
  return (
    <div className="grid gap-3 rounded-md border border-line p-3 sm:grid-cols-[1fr_11rem_auto]">
      <Field label={t('settings.ruleKeywords')}>
        <Input
          value={rule.keywords}
          onChange={(event) => onChange({ ...rule, keywords: event.target.value })}
        />
      </Field>
      <Field label={t('settings.ruleMatch')}>
        <Select
          value={rule.match}
          options={matches.map((value) => ({ value, label: t(`match.${value}`) }))}
          onChange={(match) => onChange({ ...rule, match })}
        />
      </Field>
      <IconButton label={t('settings.ruleRemove')} className="self-end" onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </IconButton>
      <Field label={t('settings.ruleReply')} className="sm:col-span-3">
        <Textarea
          rows={2}
          maxLength={1_000}
          value={rule.reply}
          onChange={(event) => onChange({ ...rule, reply: event.target.value })}
        />
      </Field>
    </div>
  );
}
