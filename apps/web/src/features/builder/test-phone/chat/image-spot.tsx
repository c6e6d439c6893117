import { Image } from 'lucide-react';

/** Where a picture would be that a test has not. */
export function ImageSpot({ label }: { label: string }) {
  return (
    <div className="flex h-20 flex-col items-center justify-center gap-1 bg-sunken text-sm text-ink-muted">
      <Image aria-hidden="true" className="size-5" />
      <span>{label}</span>
    </div>
  );
}
