import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { buttonVariants, type ButtonVariants } from './button-variants';
import { cx } from './cx';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> &
  ButtonVariants & {
    /** Render the single child (a link, say) with the looks of a button. */
    asChild?: boolean;
    /** Shows a spinner and ignores clicks; the button stays focusable. */
    isBusy?: boolean;
  };

/** A button; `type="button"` unless told otherwise. */
export function Button({
  variant,
  size,
  asChild = false,
  isBusy = false,
  className,
  children,
  onClick,
  ...props
}: ButtonProps) {
  const classes = cx(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} onClick={onClick} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      {...props}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  );
}
