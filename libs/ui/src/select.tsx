import { Check, ChevronDown } from 'lucide-react';
import { Select as RadixSelect } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { controlClasses } from './control-classes';
import { cx } from './cx';
import { useFieldControl } from './field-context';

export type SelectOption<Value extends string> = { value: Value; label: ReactNode; isDisabled?: boolean };

export type SelectProps<Value extends string> = {
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  /** Needed outside a `Field`. */
  'aria-label'?: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
};

/** Radix renders the options of a closed list as well; of more than this only the chosen one is given to it. */
const longList = 40;

/** One of some options. Values must not be empty strings. */
export function Select<Value extends string>({
  value,
  options,
  onChange,
  placeholder,
  disabled,
  className,
  'aria-label': label,
}: SelectProps<Value>) {
  const [isOpen, setIsOpen] = useState(false);
  const isWhole = isOpen || options.length <= longList;
  const rendered = isWhole ? options : options.filter((option) => option.value === value);
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadixSelect.Root
      value={value}
      onValueChange={choose}
      disabled={disabled}
      open={isOpen}
      onOpenChange={setIsOpen}
    >
      <RadixSelect.Trigger
        {...useFieldControl(label)}
        aria-label={label}
        className={cx(
          controlClasses,
          'flex h-9 touch:h-10 items-center justify-between gap-2 text-left',
          className,
        )}
      >
        <span className="truncate">
          <RadixSelect.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-pop overflow-hidden rounded-lg bg-raised p-1 shadow-float"
        >
          <RadixSelect.Viewport>
            {rendered.map((option) => (
              <Option key={option.value} {...option} />
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}

function Option<Value extends string>({ value, label, isDisabled }: SelectOption<Value>) {
  return (
    <RadixSelect.Item
      value={value}
      disabled={isDisabled}
      className="flex min-h-8 cursor-pointer touch:min-h-10 items-center gap-2 rounded-sm py-1 pr-3 pl-8 outline-none data-disabled:opacity-50 data-highlighted:bg-hover"
    >
      <RadixSelect.ItemIndicator className="absolute left-3">
        <Check aria-hidden="true" className="size-4 text-accent-text" />
      </RadixSelect.ItemIndicator>
      <RadixSelect.ItemText>{label}</RadixSelect.ItemText>
    </RadixSelect.Item>
  );
}
