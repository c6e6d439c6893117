import { Input, Select } from '@instaflow/ui';
import { useFormat } from '../../../../shared/format/use-format';
import { useBuilderSession } from '../../state/builder-context';
import { useOverlayTexts } from '../overlay-texts';
import { useOverlay } from '../use-overlay';
import { periodDays, toPeriodQuery } from './figure-period';

const own = 'own';

/** Of which days the numbers are: the last 7, 30 or 90, or one's own. */
export function PeriodField() {
  const t = useOverlayTexts();
  const format = useFormat();
  const { overlay } = useBuilderSession();
  const period = useOverlay((state) => state.period);
  const today = format.dayKey(new Date().toISOString());
  const choose = (value: string) => {
    const days = periodDays.find((known) => String(known) === value);
    overlay.setState({
      period: days ? { kind: 'days', days } : { kind: 'own', ...toPeriodQuery(period, today) },
    });
  };
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Select
        aria-label={t('period.label')}
        className="w-auto min-w-28"
        value={period.kind === 'days' ? String(period.days) : own}
        options={[
          ...periodDays.map((days) => ({ value: String(days), label: t(`period.days_${days}`) })),
          { value: own, label: t('period.own') },
        ]}
        onChange={choose}
      />
      {period.kind === 'own' && (
        <>
          <Input
            type="date"
            aria-label={t('period.from')}
            className="w-auto"
            value={period.startDate}
            max={period.endDate}
            onChange={({ target: { value } }) => {
              if (value && value <= period.endDate)
                overlay.setState({ period: { ...period, startDate: value } });
            }}
          />
          <Input
            type="date"
            aria-label={t('period.to')}
            className="w-auto"
            value={period.endDate}
            min={period.startDate}
            max={today}
            onChange={({ target: { value } }) => {
              if (value && value >= period.startDate)
                overlay.setState({ period: { ...period, endDate: value } });
            }}
          />
        </>
      )}
    </span>
  );
}
