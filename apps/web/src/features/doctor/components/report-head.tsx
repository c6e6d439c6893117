import type { DoctorReport } from '@instaflow/contracts';
import { cx } from '@instaflow/ui';
import { TimeAgo } from '../../../shared/components/time-ago';
import { stateLooks } from '../state-looks';
import { summarizeReport } from '../summarize-report';
import { useDoctorTexts } from '../use-doctor-texts';

export type ReportHeadProps = { report: DoctorReport };

/** The whole in one line, and from when it is. */
export function ReportHead({ report }: ReportHeadProps) {
  const t = useDoctorTexts();
  const { state, count } = summarizeReport(report);
  const { icon: Icon, ink, soft } = stateLooks[state];
  const verdict = state === 'passed' ? t('verdict.passed') : t(`verdict.${state}`, { count });
  return (
    <section role="status" className={cx('flex items-start gap-3 rounded-lg p-4', soft)}>
      <Icon aria-hidden="true" className={cx('mt-0.5 size-5 shrink-0', ink)} />
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className={cx('text-base font-semibold', ink)}>{verdict}</h2>
        <p>{t(`verdict.${state}Text`)}</p>
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-muted">
          <span>
            {t('checked')} <TimeAgo at={report.checkedAt} />
          </span>
          <span>
            {t('lastWebhook')} {report.lastWebhookAt ? <TimeAgo at={report.lastWebhookAt} /> : t('noWebhook')}
          </span>
        </p>
      </div>
    </section>
  );
}
