import { Card, Checkbox, Field, Input, Switch } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { everyDay, noQuiet, type QuietDraft } from '../settings-draft';
import type { SettingsPartProps } from './number-setting';

/** Hours in which flows send nothing by themselves, and what that means. */
export function QuietSettings({ draft, problems, onChange }: SettingsPartProps) {
  const { t } = useTranslation('accounts');
  const { quiet } = draft;
  const change = (part: Partial<QuietDraft>) => onChange({ quiet: { ...quiet, ...part } });
  const problemAt = (...known: (typeof problems.quiet)[]) =>
    problems.quiet !== null && known.includes(problems.quiet) ? t(`problems.quiet.${problems.quiet}`) : null;
  return (
    <Card title={t('settings.quiet')}>
      <div className="flex flex-col gap-5">
        <Switch
          label={t('settings.quietOn')}
          hint={t('settings.quietOnHint')}
          isOn={quiet.isOn}
          onChange={(isOn) => onChange({ quiet: isOn ? { ...quiet, isOn } : noQuiet })}
        />
        {quiet.isOn && (
          <>
            <div className="grid grid-cols-2 gap-5 sm:max-w-80">
              <Field label={t('settings.quietFrom')} error={problemAt('from')}>
                <Input
                  type="time"
                  value={quiet.from}
                  onChange={({ target }) => change({ from: target.value })}
                />
              </Field>
              <Field label={t('settings.quietTo')} error={problemAt('to', 'same')}>
                <Input type="time" value={quiet.to} onChange={({ target }) => change({ to: target.value })} />
              </Field>
            </div>
            <WeekdayChoice
              weekdays={quiet.weekdays}
              error={problemAt('days')}
              onChange={(weekdays) => change({ weekdays })}
            />
            {problems.quiet === null && <QuietMeaning quiet={quiet} zone={draft.timezone} />}
          </>
        )}
      </div>
    </Card>
  );
}

type WeekdayChoiceProps = {
  weekdays: readonly number[];
  error: string | null;
  onChange: (weekdays: number[]) => void;
};

function WeekdayChoice({ weekdays, error, onChange }: WeekdayChoiceProps) {
  const { t, i18n } = useTranslation('accounts');
  const names = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  const nameOf = (weekday: number) => names.format(Date.UTC(2024, 0, weekday));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 text-sm font-medium">{t('settings.quietDays')}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {everyDay.map((weekday) => (
          <Checkbox
            key={weekday}
            label={nameOf(weekday)}
            isChecked={weekdays.includes(weekday)}
            onChange={(isChecked) =>
              onChange(everyDay.filter((day) => (day === weekday ? isChecked : weekdays.includes(day))))
            }
          />
        ))}
      </div>
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      <p className="text-sm text-ink-muted">{t('settings.quietDaysHint')}</p>
    </fieldset>
  );
}

function QuietMeaning({ quiet: { from, to }, zone }: { quiet: QuietDraft; zone: string }) {
  const { t } = useTranslation('accounts');
  const times = { from, to, zone };
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2 text-sm text-ink-muted">
      <p className="font-medium text-ink">
        {to < from ? t('settings.quietOvernight', times) : t('settings.quietSame', times)}
      </p>
      <p>{t('settings.quietHeld')}</p>
      <p>{t('settings.quietNever')}</p>
    </div>
  );
}
