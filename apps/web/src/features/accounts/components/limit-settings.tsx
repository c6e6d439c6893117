import { Card, Field, Input } from '@instaflow/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberSetting, type SettingsPartProps } from './number-setting';

const timeZones = Intl.supportedValuesOf('timeZone');

/** How much may be sent, and in which zone days are counted. */
export function LimitSettings(props: SettingsPartProps) {
  const { t } = useTranslation('accounts');
  const listId = useId();
  return (
    <Card title={t('settings.limits')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberSetting
          field="messagesPerSecond"
          label={t('settings.rate')}
          hint={t('settings.rateHint')}
          {...props}
        />
        <NumberSetting
          field="dailyMessages"
          label={t('settings.daily')}
          hint={t('settings.dailyHint')}
          {...props}
        />
        <Field
          label={t('settings.time')}
          hint={t('settings.timeHint')}
          error={props.problems.isTimezoneWrong ? t('problems.timezone') : null}
        >
          <Input
            list={listId}
            value={props.draft.timezone}
            onChange={(event) => props.onChange({ timezone: event.target.value })}
          />
        </Field>
        <Field
          label={t('settings.country')}
          hint={t('settings.countryHint')}
          error={props.problems.isCountryWrong ? t('problems.country') : null}
        >
          <Input
            className="max-w-36"
            maxLength={2}
            autoCapitalize="characters"
            value={props.draft.country}
            onChange={(event) => props.onChange({ country: event.target.value })}
          />
        </Field>
        <datalist id={listId}>
          <option value="UTC" />
          {timeZones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
    </Card>
  );
}
