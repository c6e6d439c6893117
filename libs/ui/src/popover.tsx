import { Popover as RadixPopover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx';
import { focusFirstField } from './focus-first-field';

export type PopoverProps = {
  trigger: ReactElement;
  label: string;
  children: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Keeps focus and wheel inside; needed to scroll a list in it above a dialog. */
  isModal?: boolean;
  className?: string;
};

/** A small layer beside its trigger, named by `label`; what is around it stays usable unless it is modal. */
export function Popover({
  trigger,
  label,
  children,
  isOpen,
  onOpenChange,
  align = 'start',
  side,
  isModal = false,
  className,
}: PopoverProps) {
  return (
    <RadixPopover.Root open={isOpen} onOpenChange={onOpenChange} modal={isModal}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          onOpenAutoFocus={isModal ? focusFirstField : undefined}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx(
            'z-50 w-80 max-w-[calc(100vw-1rem)] animate-pop rounded-lg bg-raised p-3 shadow-float outline-none',
            className,
          )}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
