import type { ComponentProps } from 'react';
import { controlClasses } from './control-classes';
import { cx } from './cx';
import { useFieldControl } from './field-context';

export type InputProps = ComponentProps<'input'>;

/** One line of text; inside a `Field` it is labelled by it. */
export function Input({ className, type = 'text', ...props }: InputProps) {
  return (
    <input
      type={type}
      {...useFieldControl(props['aria-label'])}
      className={cx(controlClasses, 'h-9 touch:h-10', className)}
      {...props}
    />
  );
}
