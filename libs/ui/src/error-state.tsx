import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cx } from './cx';

export type ErrorStateProps = {
  title: ReactNode;
  message?: ReactNode;
  /** Shown small, for a bug report. */
  requestId?: string | null;
  retry?: { label: string; onRetry: () => void; isBusy?: boolean };
  /** A way on where trying again is of no use. */
  action?: ReactNode;
  className?: string;
};

/** A failed load, in place, with a way to try again. */
export function ErrorState({ title, message, requestId, retry, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cx('flex flex-col items-center gap-3 px-6 py-12 text-center', className)}>
      <CircleAlert aria-hidden="true" className="size-6 text-danger-text" />
      <div className="flex max-w-md flex-col gap-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        {message && <p className="text-ink-muted">{message}</p>}
        {requestId && <p className="font-mono text-xs break-all text-ink-faint">{requestId}</p>}
      </div>
      {retry && (
        <Button onClick={retry.onRetry} isBusy={retry.isBusy}>
          {retry.label}
        </Button>
      )}
      {action}
    </div>
  );
}
