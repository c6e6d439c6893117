import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { cx } from './cx';
import { Tooltip } from './tooltip';

export type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label'> & {
  /** Name for screen readers and the tooltip. */
  label: string;
  children: ReactNode;
  /** Leave the tooltip away where the meaning is obvious, such as the cross of a dialog. */
  hasTooltip?: boolean;
};

const squares = { sm: 'size-7 px-0 touch:size-10', md: 'size-9 px-0 touch:size-10', lg: 'size-11 px-0' };

/** A square button that shows only an icon and is named by `label`. */
export function IconButton({
  label,
  size,
  variant = 'ghost',
  hasTooltip = true,
  className,
  ...props
}: IconButtonProps) {
  const button = (
    <Button
      aria-label={label}
      size={size}
      variant={variant}
      className={cx(squares[size ?? 'md'], className)}
      {...props}
    />
  );
  return hasTooltip ? (
    <Tooltip label={label} isDescription={false}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
