import type { ReactNode } from 'react';
import { cx } from './cx';

export type CardProps = {
  children: ReactNode;
  title?: ReactNode;
  description?: ReactNode;
  /** Controls at the right of the title. */
  actions?: ReactNode;
  className?: string;
};

/** A bordered surface; with a title it is a section with a heading. */
export function Card({ children, title, description, actions, className }: CardProps) {
  const body = cx('rounded-lg border border-line bg-surface p-4 sm:p-5', className);
  if (!title) return <div className={body}>{children}</div>;
  return (
    <section className={body}>
      <div className="mb-4 flex flex-wrap has-[+:empty]:mb-0 items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-0.5">
          <h2 className="text-base font-semibold">{title}</h2>
          {description && <p className="text-sm text-ink-muted">{description}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
