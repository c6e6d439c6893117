import { AlertDialog } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Input } from './input';
import { ReturnFocus } from './return-focus';

export type ConfirmDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  isDangerous?: boolean;
  isBusy?: boolean;
  error?: ReactNode;
  /** Text the person has to type before the confirming button works, with the label of its field. */
  typed?: { text: string; label: string };
};

/** Asks before something is done. It stays open while busy and shows why it failed. */
export function ConfirmDialog({ isOpen, onOpenChange, ...content }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
        <AlertDialog.Content className="fixed inset-x-3 bottom-3 z-50 mx-auto flex max-w-md animate-pop flex-col gap-4 rounded-xl bg-raised p-5 shadow-float outline-none sm:top-[22vh] sm:bottom-auto">
          <ReturnFocus />
          <ConfirmContent {...content} />
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function ConfirmContent({
  title,
  description,
  confirmLabel,
  cancelLabel,
  onConfirm,
  isDangerous,
  isBusy,
  error,
  typed,
}: Omit<ConfirmDialogProps, 'isOpen' | 'onOpenChange'>) {
  const [answer, setAnswer] = useState('');
  const isAllowed = !typed || answer.trim() === typed.text;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAllowed && !isBusy) onConfirm();
      }}
    >
      <div className="flex flex-col gap-2">
        <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
        <AlertDialog.Description className="text-ink-muted">{description}</AlertDialog.Description>
      </div>
      {typed && (
        <Field label={typed.label}>
          <Input value={answer} autoComplete="off" onChange={(event) => setAnswer(event.target.value)} />
        </Field>
      )}
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Cancel asChild>
          <Button>{cancelLabel}</Button>
        </AlertDialog.Cancel>
        <Button
          type="submit"
          variant={isDangerous ? 'danger' : 'primary'}
          disabled={!isAllowed}
          isBusy={isBusy}
        >
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
