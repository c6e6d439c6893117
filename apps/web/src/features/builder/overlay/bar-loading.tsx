import { Spinner } from '@instaflow/ui';

/** In the bar, while what it says is on its way. */
export function BarLoading({ text }: { text: string }) {
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-ink-muted">
      <Spinner />
      {text}
    </p>
  );
}
