import { Switch as RadixSwitch } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { cx } from './cx';

export type SwitchProps = {
  label: ReactNode;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  hint?: ReactNode;
  isLabelHidden?: boolean;
  disabled?: boolean;
  className?: string;
};

/** A setting that takes effect at once. */
export function Switch({ label, isOn, onChange, hint, isLabelHidden, disabled, className }: SwitchProps) {
  const id = useId();
  return (
    <div className={cx('flex items-start justify-between gap-4', className)}>
      <div className={isLabelHidden ? 'sr-only' : 'flex flex-col gap-0.5'}>
        <label htmlFor={id} className="cursor-pointer text-sm font-medium">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="text-sm text-ink-muted">
            {hint}
          </span>
        )}
      </div>
      <RadixSwitch.Root
        id={id}
        checked={isOn}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-6 w-10 touch:before:absolute touch:before:-inset-2 shrink-0 rounded-full border border-line-strong bg-line-strong transition-colors disabled:opacity-55 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <RadixSwitch.Thumb className="block size-4.5 translate-x-0.5 rounded-full bg-white transition-transform data-[state=checked]:translate-x-4.5" />
      </RadixSwitch.Root>
    </div>
  );
}
