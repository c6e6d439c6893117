import { Skeleton } from './skeleton';

export type SkeletonRowsProps = { label: string; count?: number; className?: string };

/** A list that is loading: `label` is told to screen readers. */
export function SkeletonRows({ label, count = 6, className = 'h-12' }: SkeletonRowsProps) {
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} className={className} />
      ))}
    </div>
  );
}
