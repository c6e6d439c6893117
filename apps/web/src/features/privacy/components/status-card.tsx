import type { DataDeletionStatus } from '@instaflow/contracts';
import { Badge, Button, Card, type Tone } from '@instaflow/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat } from '../../../shared/format/create-format';

export type StatusCardProps = { status: DataDeletionStatus; isLooking: boolean; onLook: () => void };

const tones: Record<DataDeletionStatus['state'], Tone> = {
  received: 'info',
  running: 'info',
  completed: 'success',
  nothing_found: 'success',
  failed: 'warning',
};

/** Where a request stands, in words, with its times in the zone of the reader. */
export function StatusCard({ status, isLooking, onLook }: StatusCardProps) {
  const { t, i18n } = useTranslation('privacy');
  const format = useMemo(() => createFormat(i18n.language, undefined), [i18n.language]);
  const { state, sentence, requestedAt, completedAt, confirmationCode } = status;
  const isOver = state === 'completed' || state === 'nothing_found';
  return (
    <Card>
      <div className="flex flex-col items-start gap-4">
        <div role="status" className="flex flex-col items-start gap-2">
          <Badge tone={tones[state]} hasDot>
            {t(`state.${state}`)}
          </Badge>
          <p>{sentence}</p>
        </div>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          <dt className="text-ink-muted">{t('requested')}</dt>
          <dd>{format.exact(requestedAt)}</dd>
          {completedAt !== null && (
            <>
              <dt className="text-ink-muted">{t('completed')}</dt>
              <dd>{format.exact(completedAt)}</dd>
            </>
          )}
          <dt className="text-ink-muted">{t('yourCode')}</dt>
          <dd className="font-mono text-xs leading-5 break-all">{confirmationCode}</dd>
        </dl>
        {!isOver && (
          <Button size="sm" isBusy={isLooking} onClick={onLook}>
            {t('refresh')}
          </Button>
        )}
      </div>
    </Card>
  );
}
