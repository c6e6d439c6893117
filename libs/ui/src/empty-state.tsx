import type { ReactNode } from 'react';
import { cx } from './cx';

export type EmptyStateProps = {
  title: ReactNode;
  description?: ReactNode;
  icon?: ReactNode;
  /** One clear next step. */
  action?: ReactNode;
  className?: string;
};

/** Says why nothing is here and what to do next. */
export function EmptyState({ title, description, icon, action, className }: EmptyStateProps) {
  return (
    <div className={cx('flex flex-col items-center justify-center gap-3 px-6 py-14 text-center', className)}>
      {icon && (
        <span
          aria-hidden="true"
          className="grid size-11 place-items-center rounded-lg border border-line bg-surface text-ink-muted [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <div className="flex max-w-sm flex-col gap-1">
        <p className="text-lg font-semibold">{title}</p>
        {description && <p className="text-ink-muted">{description}</p>}
      </div>
      {action && <div className="pt-1">{action}</div>}
    </div>
  );
}
