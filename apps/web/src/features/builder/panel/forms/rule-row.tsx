import { ruleOperators, type ConditionRule } from '@instaflow/flow-model';
import { IconButton, Input, Select } from '@instaflow/ui';
import { X } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { RuleFieldSelect } from './rule-field-select';

type Operator = ConditionRule['op'];
const tagOperators: readonly Operator[] = ['has_tag', 'not_has_tag'];

/** One comparison: what is looked at, how, and with what. */
export function RuleRow({
  rule,
  number,
  onChange,
  onRemove,
}: {
  rule: ConditionRule;
  number: number;
  onChange: (rule: ConditionRule, field?: string) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const isTags = rule.field === 'contact.tags';
  const operators = isTags
    ? tagOperators
    : ruleOperators.filter((operator) => !tagOperators.includes(operator));
  const needsValue = rule.op !== 'exists' && rule.op !== 'not_exists';
  return (
    <li className="flex flex-col gap-1.5 rounded-md border border-line p-2">
      <div className="flex gap-1">
        <RuleFieldSelect rule={rule} number={number} onChange={onChange} />
        <IconButton hasTooltip={false} label={t('fields.removeRule', { number })} onClick={onRemove}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="flex gap-1.5">
        <Select
          aria-label={t('fields.ruleOp', { number })}
          className={needsValue ? 'w-36 shrink-0' : ''}
          value={rule.op}
          options={operators.map((value) => ({ value, label: t(`ruleOps.${value}`) }))}
          onChange={(op) => {
            onChange({ ...rule, op });
          }}
        />
        {needsValue && (
          <Input
            aria-label={t('fields.ruleValue', { number })}
            value={String(rule.value ?? '')}
            onChange={({ target }) => {
              onChange({ ...rule, value: target.value }, 'value');
            }}
          />
        )}
      </div>
    </li>
  );
}
