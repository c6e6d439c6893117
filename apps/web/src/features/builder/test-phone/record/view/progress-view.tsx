import type { RecordingProgress } from '../make-recording';
import { useRecordingTexts } from '../recording-texts';

/** How far the recording is, for the eye. */
export function ProgressView({ progress: { step, done, total } }: { progress: RecordingProgress }) {
  const t = useRecordingTexts();
  return (
    <div className="flex flex-col gap-2">
      <progress
        aria-label={t('progress.label')}
        value={done}
        max={total}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
      <p className="text-sm text-ink-muted tabular-nums">{t(`progress.${step}`, { done, total })}</p>
    </div>
  );
}
