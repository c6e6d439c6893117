import { useFormat } from '../format/use-format';
import { useNow } from '../format/use-now';

export type TimeAgoProps = { at: string; className?: string };

/** How long ago something was; the exact time on hover. */
export function TimeAgo({ at, className }: TimeAgoProps) {
  const format = useFormat();
  const now = useNow();
  return (
    <time dateTime={at} title={format.exact(at)} className={className}>
      {format.ago(at, now)}
    </time>
  );
}
