import { ProgressBar } from '@instaflow/ui';
import type { RecordingProgress } from '../make-recording';
import { useRecordingTexts } from '../recording-texts';

/** How far the recording is, for the eye. */
export function ProgressView({ progress: { step, done, total } }: { progress: RecordingProgress }) {
  const t = useRecordingTexts();
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar label={t('progress.label')} value={done} max={total} className="w-full" />
      <p className="text-sm text-ink-muted tabular-nums">{t(`progress.${step}`, { done, total })}</p>
    </div>
  );
}
