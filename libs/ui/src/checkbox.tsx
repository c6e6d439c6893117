import { Check } from 'lucide-react';
import { Checkbox as RadixCheckbox } from 'radix-ui';
import { useId, type ReactNode } from 'react';

export type CheckboxProps = {
  label: ReactNode;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  disabled?: boolean;
};

/** A box to tick, with its label. */
export function Checkbox({ label, isChecked, onChange, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex min-h-6 items-center gap-2.5 touch:min-h-10">
      <RadixCheckbox.Root
        id={id}
        checked={isChecked}
        disabled={disabled}
        onCheckedChange={(checked) => onChange(checked === true)}
        className="relative grid size-5 touch:before:absolute touch:before:-inset-2.5 shrink-0 place-items-center rounded-sm border border-line-strong bg-surface data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <RadixCheckbox.Indicator>
          <Check aria-hidden="true" className="size-3.5 text-accent-ink" strokeWidth={3} />
        </RadixCheckbox.Indicator>
      </RadixCheckbox.Root>
      <label htmlFor={id} className="cursor-pointer text-sm">
        {label}
      </label>
    </div>
  );
}
