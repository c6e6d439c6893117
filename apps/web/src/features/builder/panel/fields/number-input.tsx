import { Input } from '@instaflow/ui';
import type { ReactNode } from 'react';
import { StepField } from './step-field';

/** A number of a step between two bounds; null while it is empty. */
export function NumberInput({
  nodeId,
  path,
  label,
  hint,
  value,
  min,
  max,
  placeholder,
  onChange,
}: {
  nodeId: string;
  path: string;
  label: string;
  hint?: ReactNode;
  value: number | null;
  min: number;
  max: number;
  placeholder?: string;
  onChange: (value: number | null) => void;
}) {
  return (
    <StepField nodeId={nodeId} path={path} label={label} hint={hint}>
      <Input
        type="number"
        inputMode="numeric"
        className="w-24"
        min={min}
        max={max}
        placeholder={placeholder}
        value={value ?? ''}
        onChange={({ target }) => {
          const next = target.valueAsNumber;
          onChange(Number.isNaN(next) ? null : Math.min(max, Math.max(min, Math.round(next))));
        }}
      />
    </StepField>
  );
}
