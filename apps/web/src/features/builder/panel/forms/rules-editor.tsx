import type { ConditionRule, RuleGroup } from '@instaflow/flow-model';
import { Button, SegmentedControl } from '@instaflow/ui';
import { Plus } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { useFieldError } from '../use-field-error';
import { RuleRow } from './rule-row';

/** A group of rules: whether all or any of them have to hold, and the rules. */
export function RulesEditor({
  nodeId,
  path,
  group,
  onChange,
}: {
  nodeId: string;
  path: string;
  group: RuleGroup;
  onChange: (group: { all?: ConditionRule[]; any?: ConditionRule[] }, field?: string) => void;
}) {
  const t = useTexts();
  const error = useFieldError(nodeId, path);
  const mode = group.any ? 'any' : 'all';
  const rules = group.any ?? group.all ?? [];
  const setRules = (next: ConditionRule[], field?: string) => {
    onChange({ [mode]: next }, field);
  };
  return (
    <div data-field-path={path} className="flex flex-col gap-2">
      <SegmentedControl
        label={t('fields.match')}
        className="self-start"
        value={mode}
        options={[
          { value: 'all', label: t('fields.matchAll') },
          { value: 'any', label: t('fields.matchAny') },
        ]}
        onChange={(next) => {
          if (next !== mode) onChange({ [next]: rules });
        }}
      />
      <RuleList path={path} rules={rules} onChange={setRules} />
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      <Button
        size="sm"
        className="self-start"
        onClick={() => {
          setRules([...rules, { field: 'contact.tags', op: 'has_tag', value: '' }]);
        }}
      >
        <Plus aria-hidden="true" />
        {t('fields.addRule')}
      </Button>
    </div>
  );
}

function RuleList({
  path,
  rules,
  onChange,
}: {
  path: string;
  rules: ConditionRule[];
  onChange: (rules: ConditionRule[], field?: string) => void;
}) {
  return (
    <ol className="flex flex-col gap-2">
      {rules.map((rule, index) => (
        <RuleRow
          key={index}
          rule={rule}
          number={index + 1}
          onChange={(next, field) => {
            onChange(rules.with(index, next), field && `${path}.${String(index)}.${field}`);
          }}
          onRemove={() => {
            onChange(rules.toSpliced(index, 1));
          }}
        />
      ))}
    </ol>
  );
}
