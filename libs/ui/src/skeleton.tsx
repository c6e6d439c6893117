import { cx } from './cx';

export type SkeletonProps = { className?: string };

/** A placeholder of fixed size while content loads. Say "loading" once in text around it. */
export function Skeleton({ className }: SkeletonProps) {
  return <div aria-hidden="true" className={cx('animate-pulse rounded-md bg-ink/7', className)} />;
}
