import type { MessageTrace } from '@instaflow/contracts';
import { Notice } from '@instaflow/ui';
import { useFormat } from '../../../shared/format/use-format';
import { useReasonText } from '../../../shared/trace/use-reason-text';
import { useRunTexts } from '../use-run-texts';

export type EventOutcomeProps = { event: MessageTrace['event'] };

/** What became of something that arrived, in one sentence. */
export function EventOutcome({ event }: EventOutcomeProps) {
  const t = useRunTexts();
  const format = useFormat();
  const { reasonText } = useReasonText();
  if (event === null) return <Notice>{t('message.event.gone')}</Notice>;
  const { status, nextTurnAt } = event;
  if (status === 'received') {
    const text = nextTurnAt
      ? t('message.event.receivedUntil', {
          time: `${format.dayMonth(nextTurnAt)}, ${format.time(nextTurnAt)}`,
        })
      : t('message.event.received');
    return <Notice>{text}</Notice>;
  }
  const tone = status === 'consumed' ? 'success' : 'warning';
  return (
    <Notice tone={tone}>{t(`message.event.${status}`, { reason: reasonText(event.reason ?? '') })}</Notice>
  );
}
