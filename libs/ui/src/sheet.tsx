import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { IconButton } from './icon-button';
import { ReturnFocus } from './return-focus';

export type SheetProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  closeLabel: string;
  side?: 'left' | 'right' | 'bottom';
  /** Keeps the title for screen readers only. */
  isTitleHidden?: boolean;
  className?: string;
};

const sides = {
  left: 'inset-y-0 left-0 w-[min(20rem,88vw)] animate-slide-right',
  right: 'inset-y-0 right-0 w-[min(28rem,100vw)] animate-slide-left',
  bottom: 'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl animate-slide-up',
};

/** A modal panel from an edge of the screen. */
export function Sheet({
  isOpen,
  onOpenChange,
  title,
  children,
  closeLabel,
  side = 'right',
  isTitleHidden,
  className,
}: SheetProps) {
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <RadixDialog.Content
          aria-describedby={undefined}
          className={cx(
            'fixed z-50 flex flex-col bg-raised shadow-float outline-none',
            sides[side],
            className,
          )}
        >
          <ReturnFocus />
          <header className="flex items-center justify-between gap-4 px-4 pt-3 pb-2">
            <RadixDialog.Title className={isTitleHidden ? 'sr-only' : 'text-lg font-semibold'}>
              {title}
            </RadixDialog.Title>
            <RadixDialog.Close asChild>
              <IconButton label={closeLabel} hasTooltip={false} className="-mr-1 ml-auto">
                <X aria-hidden="true" />
              </IconButton>
            </RadixDialog.Close>
          </header>
          <div className="relative min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
