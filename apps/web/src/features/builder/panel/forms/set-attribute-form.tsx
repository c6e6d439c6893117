import type { NodeOf } from '@instaflow/flow-model';
import { Select } from '@instaflow/ui';
import { useShallow } from 'zustand/react/shallow';
import { useBuilder } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { StepField } from '../fields/step-field';
import { TemplateField } from '../fields/template-field';
import { TextInput } from '../fields/text-input';
import { listAttributes } from '../list-attributes';
import { useStepEdit } from '../use-step-edit';

const operations = ['set', 'increment', 'decrement', 'append', 'clear', 'now'] as const;

/** Which attribute of the contact, and what becomes of it. */
export function SetAttributeForm({ node }: { node: NodeOf<'set_attribute'> }) {
  const t = useTexts();
  const edit = useStepEdit(node.id);
  const attributes = useBuilder(useShallow(({ definition }) => listAttributes(definition)));
  const operation = node.operation ?? 'set';
  const { value } = node;
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return (
    <>
      <TextInput
        nodeId={node.id}
        path="attribute"
        label={t('fields.attribute')}
        suggestions={attributes}
        value={node.attribute ?? ''}
        onChange={(attribute) => {
          edit({ attribute }, 'attribute');
        }}
      />
      <StepField nodeId={node.id} path="operation" label={t('fields.operation')}>
        <Select
          value={operation}
          options={operations.map((option) => ({ value: option, label: t(`fields.operation_${option}`) }))}
          onChange={(next) => {
            edit({ operation: next });
          }}
        />
      </StepField>
      {operation !== 'clear' && operation !== 'now' && (
        <TemplateField
          nodeId={node.id}
          path="value"
          label={t('fields.value')}
          rows={1}
          value={text}
          onChange={(next) => {
            edit({ value: next }, 'value');
          }}
        />
      )}
    </>
  );
}
