import type { ConditionRule } from '@instaflow/flow-model';
import { Input, Select } from '@instaflow/ui';
import { useShallow } from 'zustand/react/shallow';
import { useBuilder } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { listAttributes } from '../list-attributes';

const tags = 'contact.tags';
const knownFields = [tags, 'contact.firstName', 'contact.username', 'message.text'] as const;
const custom = 'custom';

/** What a rule looks at: what every contact has, what this flow remembers, or any other field by its path. */
export function RuleFieldSelect({
  rule,
  number,
  onChange,
}: {
  rule: ConditionRule;
  number: number;
  onChange: (rule: ConditionRule, field?: string) => void;
}) {
  const t = useTexts();
  const attributes = useBuilder(useShallow(({ definition }) => listAttributes(definition)));
  const options = [
    ...knownFields.map((value) => ({ value: String(value), label: t(`ruleFields.${value}`) })),
    ...attributes.map((name) => ({ value: `contact.${name}`, label: t('variables.attribute', { name }) })),
    { value: custom, label: t('ruleFields.custom') },
  ];
  const isListed = options.some(({ value }) => value === rule.field);
  const choose = (chosen: string) => {
    const field = chosen === custom ? 'contact.' : chosen;
    if (field === tags) onChange({ ...rule, field, op: 'has_tag' });
    else onChange({ ...rule, field, op: rule.field === tags ? 'equals' : rule.op });
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5">
      <Select
        aria-label={t('fields.ruleField', { number })}
        value={isListed ? rule.field : custom}
        options={options}
        onChange={choose}
      />
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
    </div>
  );
}
