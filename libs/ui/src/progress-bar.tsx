import { cx } from './cx';

export type ProgressBarProps = { label: string; value: number; max: number; className?: string };

/** How much of something is done, in whatever it is counted. Say it in text as well: a bar alone tells no number. */
export function ProgressBar({ label, value, max, className }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={max}
      className={cx(
        'h-2 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent',
        className,
      )}
    />
  );
}
