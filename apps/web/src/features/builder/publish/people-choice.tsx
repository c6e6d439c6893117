import { useId } from 'react';
import { usePublishTexts } from './publish-texts';

export type PeopleChoiceValue = 'stay' | 'move';

const choices: readonly PeopleChoiceValue[] = ['stay', 'move'];

/** Whether those in the middle of the flow finish their version or are taken along. */
export function PeopleChoice({
  value,
  onChange,
}: {
  value: PeopleChoiceValue;
  onChange: (value: PeopleChoiceValue) => void;
}) {
  const t = usePublishTexts();
  const name = useId();
  return (
    <fieldset className="flex flex-col">
      <legend className="text-sm font-medium">{t('impact.choice')}</legend>
      {choices.map((choice) => (
        <label key={choice} className="flex min-h-8 cursor-pointer items-center gap-2.5 touch:min-h-10">
          <input
            type="radio"
            name={name}
            checked={value === choice}
            className="size-4 shrink-0 accent-(--accent)"
            onChange={() => {
              onChange(choice);
            }}
          />
          <span>{t(`impact.${choice}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
