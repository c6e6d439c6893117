import { Button, Card, Spinner } from '@instaflow/ui';
import { useAccess } from '../../../shared/account/use-access';
import { FormError } from '../../../shared/forms/form-error';
import { useFormat } from '../../../shared/format/use-format';
import { useRecovery } from '../api/use-recovery';
import { useDoctorTexts } from '../use-doctor-texts';

/** What is read from Instagram because it was not reported in time; nothing where that never happened. */
export function RecoveryCard() {
  const t = useDoctorTexts();
  const format = useFormat();
  const { can } = useAccess();
  const { recovery, cancel } = useRecovery();
  const { data } = recovery;
  if (!data || data.state === 'none') return null;
  const isRunning = data.state === 'running' || data.state === 'waiting';
  return (
    <Card
      title={t('recovery.title')}
      description={t('recovery.text')}
      actions={
        isRunning &&
        can('manageAccounts') && (
          <Button size="sm" variant="ghost" isBusy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('recovery.cancel')}
          </Button>
        )
      }
    >
      <div role="status" className="flex items-start gap-2">
        {isRunning && <Spinner className="mt-0.5" />}
        <p>
          {data.sentence}
          {data.finishedAt !== null && (
            <span className="block text-sm text-ink-muted">
              {format.date(data.finishedAt)}, {format.time(data.finishedAt)}
            </span>
          )}
        </p>
      </div>
      <FormError error={cancel.error} />
    </Card>
  );
}
