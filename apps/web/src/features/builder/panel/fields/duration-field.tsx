import { Input, Select } from '@instaflow/ui';
import { useState, type ReactNode } from 'react';
import { splitDuration, type DurationUnit } from '../../card/split-duration';
import { useTexts } from '../../texts/use-texts';
import { StepField } from './step-field';

const unitSeconds: Record<DurationUnit, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };
const units = ['seconds', 'minutes', 'hours', 'days'] as const;

/** A length of time as a number and a unit; null while the number is empty. */
export function DurationField({
  nodeId,
  path,
  label,
  hint,
  seconds,
  onChange,
}: {
  nodeId: string;
  path: string;
  label: string;
  hint?: ReactNode;
  seconds: number | null;
  onChange: (seconds: number | null) => void;
}) {
  const t = useTexts();
  const split = splitDuration(seconds ?? 0);
  // The unit is the person's choice: 60 minutes must not turn into 1 hour under their hands.
  const [chosenUnit, setChosenUnit] = useState<DurationUnit>(seconds ? split.unit : 'hours');
  const isWhole = ((seconds ?? 0) / unitSeconds[chosenUnit]) % 1 === 0;
  const unit = isWhole ? chosenUnit : split.unit;
  return (
    <StepField nodeId={nodeId} path={path} label={label} hint={hint}>
      <div className="flex gap-2">
        <Input
          type="number"
          min={0}
          inputMode="numeric"
          className="w-24"
          value={seconds === null ? '' : seconds / unitSeconds[unit]}
          onChange={({ target }) => {
            onChange(
              target.value === '' ? null : Math.max(0, Math.round(target.valueAsNumber * unitSeconds[unit])),
            );
          }}
        />
        <Select
          aria-label={`${label}: ${t('fields.unit')}`}
          className="flex-1"
          value={unit}
          options={units.map((value) => ({ value, label: t(`fields.unit_${value}`) }))}
          onChange={(next) => {
            setChosenUnit(next);
            if (seconds !== null) onChange((seconds / unitSeconds[unit]) * unitSeconds[next]);
          }}
        />
      </div>
    </StepField>
  );
}
