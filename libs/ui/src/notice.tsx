import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type NoticeProps = {
  children: ReactNode;
  tone?: 'info' | 'success' | 'warning' | 'danger';
  action?: ReactNode;
  role?: 'alert' | 'status' | 'note';
  className?: string;
};

const looks = {
  info: { icon: Info, classes: 'bg-info-soft text-info-text' },
  success: { icon: CircleCheck, classes: 'bg-success-soft text-success-text' },
  warning: { icon: TriangleAlert, classes: 'bg-warning-soft text-warning-text' },
  danger: { icon: CircleAlert, classes: 'bg-danger-soft text-danger-text' },
};

/** A sentence that belongs to what is around it, with an optional button. */
export function Notice({ children, tone = 'info', action, role = 'note', className }: NoticeProps) {
  const { icon: Icon, classes } = looks[tone];
  return (
    <div
      role={role}
      className={cx('flex items-start gap-2.5 rounded-md px-3 py-2 text-sm', classes, className)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
