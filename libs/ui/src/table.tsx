import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

export type TableProps = { label: string; head: ReactNode; children: ReactNode; className?: string };

/** A table that scrolls sideways inside its own frame. `head` is a row of `TableHeader`. */
export function Table({ label, head, children, className }: TableProps) {
  return (
    <div className={cx('relative overflow-x-auto rounded-lg border border-line bg-surface', className)}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{label}</caption>
        <thead className="border-b border-line">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cx('h-10 px-4 text-xs font-medium whitespace-nowrap text-ink-muted', className)}
      {...props}
    />
  );
}

export function TableCell({ className, ...props }: ComponentProps<'td'>) {
  return <td className={cx('h-13 px-4 py-2 align-middle', className)} {...props} />;
}
