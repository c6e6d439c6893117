import { Input } from '@instaflow/ui';
import type { ReactNode } from 'react';
import { LengthHint } from './length-hint';
import { StepField } from './step-field';

export type TextInputProps = {
  nodeId: string;
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  limit?: number;
  isLabelHidden?: boolean;
  type?: 'text' | 'url' | 'datetime-local';
  suggestions?: readonly string[];
  placeholder?: string;
};

/** One line of text of a step, with its length against the limit. */
export function TextInput({
  nodeId,
  path,
  label,
  value,
  onChange,
  hint,
  limit,
  isLabelHidden,
  type = 'text',
  suggestions,
  placeholder,
}: TextInputProps) {
  const listId = `${nodeId}-${path}-list`;
  return (
    <StepField
      nodeId={nodeId}
      path={path}
      label={label}
      isLabelHidden={isLabelHidden}
      hint={limit === undefined ? hint : <LengthHint used={value.length} limit={limit} unit="characters" />}
    >
      <Input
        type={type}
        value={value}
        autoComplete="off"
        placeholder={placeholder ?? (isLabelHidden ? label : undefined)}
        {...(suggestions ? { list: listId } : {})}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </StepField>
  );
}
