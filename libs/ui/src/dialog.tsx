import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { focusFirstField, focusLayer } from './focus-first-field';
import { IconButton } from './icon-button';
import { ReturnFocus } from './return-focus';

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  /** Name of the cross that closes. */
  closeLabel: string;
  description?: ReactNode;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  size?: 'md' | 'lg' | 'xl';
  /** The focus goes to the dialog instead of its first field: for what is read before anything is filled in below. */
  isRead?: boolean;
};

const widths = { md: 'sm:max-w-md', lg: 'sm:max-w-xl', xl: 'sm:max-w-3xl' };

/** A modal dialog; a sheet from the bottom on phones. Focus goes in and comes back. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  children,
  closeLabel,
  description,
  footer,
  size = 'md',
  isRead = false,
}: DialogProps) {
  return (
    <RadixDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <RadixDialog.Content
          onOpenAutoFocus={isRead ? focusLayer : focusFirstField}
          className={cx(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-slide-up flex-col rounded-t-xl bg-raised shadow-float outline-none sm:inset-x-4 sm:top-[8vh] sm:bottom-auto sm:mx-auto sm:max-h-[84vh] sm:animate-pop sm:rounded-xl',
            widths[size],
          )}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <ReturnFocus />
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <div className="flex flex-col gap-1 pt-1">
              <RadixDialog.Title className="text-lg font-semibold">{title}</RadixDialog.Title>
              {description && (
                <RadixDialog.Description className="text-ink-muted">{description}</RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close asChild>
              <IconButton label={closeLabel} hasTooltip={false} className="-mr-2">
                <X aria-hidden="true" />
              </IconButton>
            </RadixDialog.Close>
          </header>
          <div className="relative min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap items-center justify-end gap-2 px-5 pt-3 pb-5">{footer}</footer>
          ) : (
            <div className="h-3" />
          )}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
