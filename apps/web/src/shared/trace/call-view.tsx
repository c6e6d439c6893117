import type { StepCall } from '@instaflow/contracts';
import { Badge, type Tone } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format';
import { useReasonText } from './use-reason-text';

export type CallViewProps = { call: StepCall };

const tones: Record<StepCall['status'], Tone> = {
  requested: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
};

/** What a step asked of another program or of Instagram, and what became of it. */
export function CallView({ call }: CallViewProps) {
  const { t } = useTranslation('trace');
  const format = useFormat();
  const { callKindText, reasonText } = useReasonText();
  const { status, reason, attempts, nextAt, finishedAt } = call;
  const moment = (at: string) => `${format.dayMonth(at)}, ${format.time(at)}`;
  const notes = [
    finishedAt && moment(finishedAt),
    attempts > 1 && t('delivery.attempts', { count: attempts }),
    nextAt && t('call.next', { time: moment(nextAt) }),
  ].filter(Boolean);
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sunken px-2.5 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span>{callKindText(call.kind)}</span>
        <Badge tone={tones[status]}>{t(`call.status.${status}`)}</Badge>
        <span className="text-ink-muted">{notes.join(' · ')}</span>
      </p>
      {reason && (
        <p className={status === 'failed' ? 'text-danger-text' : 'text-ink-muted'}>{reasonText(reason)}</p>
      )}
    </div>
  );
}
