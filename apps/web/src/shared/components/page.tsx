import { cx } from '@instaflow/ui';
import type { ReactNode } from 'react';

export type PageProps = { children: ReactNode; width?: 'narrow' | 'wide'; className?: string };

/** The usual frame of a page: padding, a measure that can be read, room for the bar at the bottom of phones. */
export function Page({ children, width = 'wide', className }: PageProps) {
  return (
    <div
      className={cx(
        'mx-auto w-full px-4 pt-5 pb-16 sm:px-6 lg:px-8 lg:pt-7',
        width === 'wide' ? 'max-w-6xl' : 'max-w-3xl',
        className,
      )}
    >
      {children}
    </div>
  );
}
