import type { Run } from '@instaflow/contracts';
import { Badge, type Tone } from '@instaflow/ui';
import type { TFunction } from 'i18next';
import { useFormat } from '../../../shared/format/use-format';
import { useReasonText } from '../../../shared/trace/use-reason-text';
import { useRunTexts } from '../use-run-texts';

export type RunSummaryProps = { run: Run };

const tones: Record<Run['status'], Tone> = {
  running: 'info',
  waiting: 'warning',
  completed: 'success',
  failed: 'danger',
  replaced: 'neutral',
  taken_over: 'info',
  expired: 'neutral',
  cancelled: 'neutral',
};

/** Which flow, how far it came, and why it ended. */
export function RunSummary({ run }: RunSummaryProps) {
  const t = useRunTexts();
  const format = useFormat();
  const { reasonText } = useReasonText();
  const moment = (at: string) => `${format.dayMonth(at)}, ${format.time(at)}`;
  const { status, endedAt, version } = run;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium break-words">{run.flowName ?? t('runs.unknownFlow')}</span>
        {version !== null && <span className="text-ink-muted">{t('runs.version', { version })}</span>}
        <Badge tone={tones[status]} hasDot>
          {t(`status.${status}`)}
        </Badge>
      </p>
      <p className="text-sm break-words">{listFacts({ run, t, reasonText, moment }).join(' · ')}</p>
      <p className="text-sm text-ink-muted">
        <time dateTime={run.startedAt} title={format.exact(run.startedAt)}>
          {t('runs.from', { time: moment(run.startedAt) })}
        </time>
        {endedAt && (
          <time dateTime={endedAt} title={format.exact(endedAt)}>
            {`, ${t('runs.to', { time: moment(endedAt) })}`}
          </time>
        )}
      </p>
    </div>
  );
}

const openStates: readonly Run['status'][] = ['waiting', 'running', 'failed'];

function listFacts({
  run,
  t,
  reasonText,
  moment,
}: {
  run: Run;
  t: TFunction<'runs'>;
  reasonText: (reason: string) => string;
  moment: (at: string) => string;
}): string[] {
  const { standsAt, status, wakeAt, version, reason, stepCount } = run;
  const step = standsAt.nodeName || standsAt.nodeId;
  const isOpen = openStates.includes(status);
  const isElsewhere = isOpen && standsAt.version !== version;
  return [
    isOpen && step ? t('runs.standsAt', { step }) : '',
    isElsewhere ? t('runs.version', { version: standsAt.version }) : '',
    status === 'waiting' && wakeAt ? t('runs.until', { time: moment(wakeAt) }) : '',
    reason ? reasonText(reason) : '',
    t('runs.steps', { count: stepCount }),
  ].filter((fact) => fact !== '');
}
