import type { Message } from '@instaflow/contracts';
import { CircleAlert, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format';
import type { ReadContent } from '../read-content';
import { QueuedState } from './queued-state';

export type DeliveryLineProps = { message: Message; read: ReadContent };

/** When, whether it was changed or came late, and how far a message of ours got; with the reason when it failed. */
export function DeliveryLine({ message, read }: DeliveryLineProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { deliveryStatus, error, direction, timestamp } = message;
  const isBad =
    deliveryStatus === 'failed' || deliveryStatus === 'uncertain' || deliveryStatus === 'cancelled';
  const time = (
    <>
      <time dateTime={timestamp}>{format.time(timestamp)}</time>
      {read.isEdited && ` · ${t('mark.edited')}`}
      {read.isLate && (
        <span className="text-warning-text" title={t('mark.lateHint')}>
          {' · '}
          <History aria-hidden="true" className="mr-0.5 inline size-3.5" />
          {t('mark.late')}
          <span className="sr-only">. {t('mark.lateHint')}</span>
        </span>
      )}
    </>
  );
  if (direction === 'inbound') return <p className="px-1 text-xs text-ink-faint">{time}</p>;
  return (
    <p className={`px-1 text-right text-xs ${isBad ? 'text-danger-text' : 'text-ink-faint'}`}>
      {isBad && <CircleAlert aria-hidden="true" className="mr-1 inline size-3.5" />}
      {time} ·{' '}
      {deliveryStatus === 'queued' ? <QueuedState message={message} /> : t(`delivery.${deliveryStatus}`)}
      {error && `: ${error.message}`}
    </p>
  );
}
