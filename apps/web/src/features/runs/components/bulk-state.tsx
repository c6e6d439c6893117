import { Notice, ProgressBar } from '@instaflow/ui';
import type { Bulk } from '../api/use-bulk';
import { useRefusalText } from '../use-refusal-text';
import { useRunTexts } from '../use-run-texts';

export type BulkStateProps = { bulk: Bulk; total: number; doneText: string };

/** How far an act on many is, who was left out and why, and why it stopped. */
export function BulkState({ bulk: { state, progress, error }, total, doneText }: BulkStateProps) {
  const t = useRunTexts();
  const { codeText, errorText } = useRefusalText();
  if (state === 'ready') return null;
  const refused = Object.entries(progress.refused);
  const reached = refused.reduce((sum, [, count]) => sum + count, progress.given);
  return (
    <div aria-live="polite" className="flex flex-col gap-2">
      {state !== 'done' && (
        <p className="flex items-center gap-3 tabular-nums">
          <ProgressBar
            label={t('bulk.progressLabel')}
            value={reached}
            max={Math.max(total, reached)}
            className="flex-1"
          />
          {t('bulk.progress', { count: reached, total: Math.max(total, reached) })}
        </p>
      )}
      {state === 'done' && <Notice tone="success">{doneText}</Notice>}
      {state === 'stopped' && <Notice tone="warning">{t('bulk.stopped')}</Notice>}
      {state === 'failed' && (
        <Notice tone="danger" role="alert">
          {errorText(error)}
        </Notice>
      )}
      {refused.map(([reason, count]) => (
        <p key={reason} className="text-sm text-ink-muted">
          {t('bulk.refused', { count, reason: codeText(reason) })}
        </p>
      ))}
    </div>
  );
}
