import { Card, Switch } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { NumberSetting, type SettingsPartProps } from './number-setting';

/** Whether and how fast automation answers. */
export function AnsweringSettings(props: SettingsPartProps) {
  const { t } = useTranslation('accounts');
  return (
    <Card title={t('settings.answering')}>
      <div className="flex flex-col gap-5">
        <Switch
          label={t('settings.autoRespond')}
          hint={t('settings.autoRespondHint')}
          isOn={props.draft.autoRespond}
          onChange={(autoRespond) => props.onChange({ autoRespond })}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <NumberSetting
            field="debounceSeconds"
            label={t('settings.debounce')}
            hint={t('settings.debounceHint')}
            {...props}
          />
          <NumberSetting
            field="cooldownSeconds"
            label={t('settings.cooldown')}
            hint={t('settings.cooldownHint')}
            {...props}
          />
          <NumberSetting
            field="takeoverMinutes"
            label={t('settings.takeover')}
            hint={t('settings.takeoverHint')}
            {...props}
          />
        </div>
      </div>
    </Card>
  );
}
