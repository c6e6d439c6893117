import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { controlClasses } from './control-classes';
import { cx } from './cx';
import { useFieldControl } from './field-context';

export type SelectButtonProps = Omit<ComponentProps<'button'>, 'role' | 'type'> & { isOpen: boolean };

/** Looks like a closed `Select`; for lists that are more than one, such as those that are searched. Shows what is chosen. */
export function SelectButton({
  isOpen,
  children,
  className,
  'aria-label': label,
  'aria-controls': listId,
  ...props
}: SelectButtonProps) {
  return (
    <button
      {...useFieldControl(label)}
      {...props}
      type="button"
      role="combobox"
      aria-label={label}
      aria-expanded={isOpen}
      aria-controls={listId}
      className={cx(
        controlClasses,
        'flex h-9 touch:h-10 items-center justify-between gap-2 text-left',
        className,
      )}
    >
      <span className="truncate">{children}</span>
      <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
    </button>
  );
}
