import type { Message } from '@instaflow/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format';
import { useNow } from '../../../shared/format/use-now';
import { useHold } from '../hooks/use-hold';

export type QueuedStateProps = { message: Message };

/** That a message waits to be sent, or what holds it and until when. */
export function QueuedState({ message }: QueuedStateProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const hold = useHold(message);
  const today = format.dayKey(new Date(useNow()).toISOString());
  if (hold === null) return t('delivery.queued');
  const moment = (at: string) =>
    format.dayKey(at) === today ? format.time(at) : `${format.dayMonth(at)}, ${format.time(at)}`;
  const text =
    hold.reason === 'quiet'
      ? t('held.quiet', { time: moment(hold.until) })
      : t(`held.${hold.reason}`, { time: moment(hold.since) });
  return <span className="text-warning-text">{text}</span>;
}
