import { Button, Dialog, Notice, ProgressBar } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/components/use-error-text';
import type { BulkRun } from './use-bulk';

export type BulkDialogProps = { run: BulkRun; onStop: () => void; onClose: () => void };

/** How far something done with many flows has come, and with which it did not work. */
export function BulkDialog({ run, onStop, onClose }: BulkDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const errorText = useErrorText();
  const { kind, progress, isRunning } = run;
  const { total, done, failures } = progress;
  const succeeded = done - failures.length;
  const leave = isRunning ? onStop : onClose;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && leave()}
      title={t(`bulk.title.${kind}`, { count: total })}
      closeLabel={isRunning ? t('bulk.stop') : t('app:actions.close')}
      footer={
        <Button variant={isRunning ? 'secondary' : 'primary'} onClick={leave}>
          {isRunning ? t('bulk.stop') : t('app:actions.close')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <ProgressBar label={t('bulk.progress')} value={done} max={total} className="w-full" />
        <p role="status" className="text-sm text-ink-muted">
          {isRunning ? t('bulk.running', { done, total }) : t('bulk.done', { count: succeeded, total })}
        </p>
        {!isRunning && done < total && <Notice>{t('bulk.stopped', { count: total - done })}</Notice>}
        {failures.length > 0 && (
          <Notice tone="danger" role="alert">
            <p className="font-medium">{t('bulk.failed', { count: failures.length })}</p>
            <ul className="pt-1">
              {failures.map(({ item, error }) => (
                <li key={item.flowId}>
                  {item.name}: {errorText(error)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
