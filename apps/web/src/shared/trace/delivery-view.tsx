import type { Delivery } from '@instaflow/contracts';
import { Badge, type Tone } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format';
import { useReasonText } from './use-reason-text';

export type DeliveryViewProps = {
  delivery: Delivery;
  /** The message one asked about, whose details stand elsewhere. */
  isMarked?: boolean;
};

const tones: Record<Delivery['deliveryStatus'], Tone> = {
  received: 'neutral',
  queued: 'neutral',
  sending: 'info',
  sent: 'success',
  delivered: 'success',
  read: 'success',
  failed: 'danger',
  uncertain: 'warning',
  cancelled: 'neutral',
};

/** What became of one message, and what Instagram answered. */
export function DeliveryView({ delivery, isMarked = false }: DeliveryViewProps) {
  const { t } = useTranslation('trace');
  const format = useFormat();
  const { messageKindText } = useReasonText();
  const { deliveryStatus, attempts, heldSince, heldUntil, notBefore, queuedAt, finishedAt } = delivery;
  const isQueued = deliveryStatus === 'queued';
  const moment = (at: string) => `${format.dayMonth(at)}, ${format.time(at)}`;
  const isDelayed = isQueued && heldUntil === null && notBefore > queuedAt;
  const notes = [
    heldSince && t('delivery.held', { time: moment(heldSince) }),
    isQueued && heldUntil && t('delivery.quiet', { time: moment(heldUntil) }),
    isDelayed && t('delivery.notBefore', { time: moment(notBefore) }),
    finishedAt && moment(finishedAt),
    attempts > 1 && t('delivery.attempts', { count: attempts }),
  ].filter(Boolean);
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sunken px-2.5 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span>{messageKindText(delivery.kind)}</span>
        <Badge tone={tones[deliveryStatus]}>{t(`delivery.${deliveryStatus}`)}</Badge>
        {isMarked && <Badge tone="accent">{t('thisMessage')}</Badge>}
        <span className="text-ink-muted">{notes.join(' · ')}</span>
      </p>
      {!isMarked && <InstagramAnswer delivery={delivery} />}
    </div>
  );
}

function InstagramAnswer({ delivery: { deliveryStatus, error, mid } }: { delivery: Delivery }) {
  const { t } = useTranslation('trace');
  const { reasonText } = useReasonText();
  return (
    <>
      {error && (
        <p className={deliveryStatus === 'failed' ? 'text-danger-text' : 'text-ink-muted'}>
          {error.message || reasonText(error.code)} <span className="font-mono text-xs">{error.code}</span>
        </p>
      )}
      {mid && (
        <details>
          <summary className="w-fit text-ink-muted touch:py-2">{t('delivery.mid')}</summary>
          <p className="font-mono text-xs break-all text-ink-muted">{mid}</p>
        </details>
      )}
    </>
  );
}
