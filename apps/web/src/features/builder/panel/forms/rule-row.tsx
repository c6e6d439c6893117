import { ruleOperators, type ConditionRule } from '@instaflow/flow-model';
import { IconButton, Input, Select } from '@instaflow/ui';
import { X } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { useBuilder } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { listAttributes } from '../list-attributes';

const knownFields = ['contact.tags', 'contact.firstName', 'contact.username', 'message.text'] as const;
const custom = 'custom';
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
  const attributes = useBuilder(useShallow(({ definition }) => listAttributes(definition)));
  const attributeFields = attributes.map((name) => `contact.${name}`);
  const isListed = [...knownFields, ...attributeFields].includes(rule.field);
  const isTags = rule.field === 'contact.tags';
  const operators = isTags ? tagOperators : ruleOperators.filter((operator) => !tagOperators.includes(operator));
  const needsValue = rule.op !== 'exists' && rule.op !== 'not_exists';
  const chooseField = (field: string) => {
    const next = field === custom ? 'contact.' : field;
    const willBeTags = next === 'contact.tags';
    const op = willBeTags ? 'has_tag' : isTags ? 'equals' : rule.op;
    onChange({ ...rule, field: next, op });
  };
  return (
    <li className="flex flex-col gap-1.5 rounded-md border border-line p-2">
      <div className="flex gap-1">
        <Select
          aria-label={t('fields.ruleField', { number })}
          value={isListed ? rule.field : custom}
          options={[
            ...knownFields.map((value) => ({ value, label: t(`ruleFields.${value}`) })),
            ...attributes.map((name) => ({ value: `contact.${name}`, label: t('variables.attribute', { name }) })),
            { value: custom, label: t('ruleFields.custom') },
          ]}
          onChange={chooseField}
        />
        <IconButton hasTooltip={false} label={t('fields.removeRule', { number })} onClick={onRemove}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      {!isListed && (
        <Input
          aria-label={t('ruleFields.customLabel', { number })}
          value={rule.field}
          placeholder="contact.city"
          onChange={({ target }) => {
            onChange({ ...rule, field: target.value }, 'field');
          }}
        />
      )}
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
