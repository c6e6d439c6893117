import { Button, Tooltip } from '@instaflow/ui';
import { useFormat } from '../../../../shared/format/use-format';
import { useTexts } from '../../texts/use-texts';
import { usePhone } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';

const hourMs = 3_600_000;

/** The clock of the conversation: it stands until somebody moves it. */
export function ClockBar() {
  const t = useTexts();
  const format = useFormat();
  const { play } = usePhoneWorld();
  const now = usePhone(({ talk }) => new Date(talk.now).toISOString());
  return (
    <div
      role="group"
      aria-label={t('phone.clock.label')}
      className="flex flex-wrap items-center gap-x-1.5 gap-y-1 border-t border-line bg-sunken px-3 py-1.5 text-sm"
    >
      <span className="mr-auto tabular-nums text-ink-muted">
        <time dateTime={now}>
          {format.dayMonth(now)}, {format.time(now)}
        </time>
      </span>
      <Button
        size="sm"
        onClick={() => {
          play({ kind: 'pass', ms: hourMs });
        }}
      >
        {t('phone.clock.hour')}
      </Button>
      <Button
        size="sm"
        onClick={() => {
          play({ kind: 'pass', ms: 24 * hourMs });
        }}
      >
        {t('phone.clock.day')}
      </Button>
      <NextWait />
    </div>
  );
}

function NextWait() {
  const t = useTexts();
  const format = useFormat();
  const { play } = usePhoneWorld();
  const wake = usePhone(({ talk }) => talk.nextWakeAt);
  if (wake === null) return null;
  const iso = new Date(wake).toISOString();
  return (
    <Tooltip label={t('phone.clock.until', { time: `${format.dayMonth(iso)}, ${format.time(iso)}` })}>
      <Button
        size="sm"
        onClick={() => {
          play({ kind: 'pass_to_wake' });
        }}
      >
        {t('phone.clock.nextWait')}
      </Button>
    </Tooltip>
  );
}
