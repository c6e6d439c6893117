import { callLimits, type NodeOf } from '@instaflow/flow-model';
import { Button, IconButton } from '@instaflow/ui';
import { Plus, X } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { useBuilder } from '../../../state/builder-context';
import { useTexts } from '../../../texts/use-texts';
import { TextInput } from '../../fields/text-input';
import { listAttributes } from '../../list-attributes';
import { useFieldError } from '../../use-field-error';

type SavedValues = NonNullable<NodeOf<'external_api_call'>['saveResponse']>;

/** Which values of a JSON answer are kept, and as what. */
export function SavedValuesEditor({
  nodeId,
  values,
  onChange,
}: {
  nodeId: string;
  values: SavedValues;
  onChange: (values: SavedValues, field?: string) => void;
}) {
  const t = useTexts();
  const error = useFieldError(nodeId, 'saveResponse');
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  return (
    <fieldset data-field-path="saveResponse" disabled={isReadOnly} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('call.saved')}</legend>
      <p className="text-sm text-ink-muted">{t('call.savedHint')}</p>
      {values.length > 0 && (
        <ol className="flex flex-col gap-2">
          {values.map((value, index) => (
            <SavedValue
              key={index}
              nodeId={nodeId}
              value={value}
              index={index}
              onChange={(next, field) => {
                onChange(values.with(index, next), field);
              }}
              onRemove={() => {
                onChange(values.toSpliced(index, 1));
              }}
            />
          ))}
        </ol>
      )}
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      <div className="flex items-center gap-3">
        <Button
          size="sm"
          disabled={values.length >= callLimits.savedValues}
          onClick={() => {
            onChange([...values, { path: '', attribute: '' }]);
          }}
        >
          <Plus aria-hidden="true" />
          {t('call.addSaved')}
        </Button>
        <span className="text-sm text-ink-muted tabular-nums">
          {t('fields.characters', { used: values.length, limit: callLimits.savedValues })}
        </span>
      </div>
    </fieldset>
  );
}

function SavedValue({
  nodeId,
  value,
  index,
  onChange,
  onRemove,
}: {
  nodeId: string;
  value: SavedValues[number];
  index: number;
  onChange: (value: SavedValues[number], field: string) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const attributes = useBuilder(useShallow(({ definition }) => listAttributes(definition)));
  const number = index + 1;
  const path = `saveResponse.${String(index)}`;
  return (
    <li className="flex items-start gap-1 rounded-md border border-line p-2">
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <TextInput
          nodeId={nodeId}
          path={`${path}.path`}
          label={t('call.path', { number })}
          placeholder="data.items[0].name"
          value={value.path}
          onChange={(next) => {
            onChange({ ...value, path: next }, `${path}.path`);
          }}
        />
        <TextInput
          nodeId={nodeId}
          path={`${path}.attribute`}
          label={t('call.attribute', { number })}
          suggestions={attributes}
          hint={
            value.attribute
              ? t('fields.saveToHint', { variable: `{{contact.${value.attribute}}}` })
              : undefined
          }
          value={value.attribute}
          onChange={(attribute) => {
            onChange({ ...value, attribute }, `${path}.attribute`);
          }}
        />
      </div>
      <IconButton
        size="sm"
        hasTooltip={false}
        label={t('fields.remove', { name: value.attribute || t('call.path', { number }) })}
        onClick={onRemove}
      >
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
}
