import type { ComponentProps } from 'react';
import { controlClasses } from './control-classes';
import { cx } from './cx';
import { useFieldControl } from './field-context';

export type TextareaProps = ComponentProps<'textarea'>;

/** Several lines of text; grows with its content where the browser can. */
export function Textarea({ className, rows = 3, ...props }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      {...useFieldControl(props['aria-label'])}
      className={cx(controlClasses, 'field-sizing-content resize-none py-2', className)}
      {...props}
    />
  );
}
