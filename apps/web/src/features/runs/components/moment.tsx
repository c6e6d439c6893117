import { useFormat } from '../../../shared/format/use-format';

export type MomentProps = { at: string; className?: string };

/** Day and time of something; exactly on hover. */
export function Moment({ at, className }: MomentProps) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.exact(at)} className={className}>
      {format.dayMonth(at)}, {format.time(at)}
    </time>
  );
}
