import type { Message } from '@instaflow/contracts';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format';
import { QueuedState } from './queued-state';

export type DeliveryLineProps = { message: Message };

/** When, and how far a message of ours got; with the reason when it failed. */
export function DeliveryLine({ message }: DeliveryLineProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const { deliveryStatus, error, direction, timestamp } = message;
  const isBad =
    deliveryStatus === 'failed' || deliveryStatus === 'uncertain' || deliveryStatus === 'cancelled';
  const time = <time dateTime={timestamp}>{format.time(timestamp)}</time>;
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
