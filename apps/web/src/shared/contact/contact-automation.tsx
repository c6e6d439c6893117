import type { Contact } from '@instaflow/contracts';
import { Button, DropdownMenu, MenuItem } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../account/use-access';
import { CurrentFlow } from './current-flow';
import { useContactActions } from './use-contact-actions';
import { useFormat } from '../format/use-format';
import { useNow } from '../format/use-now';
import { FormError } from '../forms/form-error';

export type ContactAutomationProps = { contact: Contact };

const durations = [30, 60, 1_440, 525_600] as const;

/** Where in which flow the contact is, and the switch that keeps automation away. */
export function ContactAutomation({ contact }: ContactAutomationProps) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const now = useNow();
  const { can } = useAccess();
  const { pause } = useContactActions(contact);
  const until = contact.automationPausedUntil;
  const isPaused = until !== null && new Date(until).getTime() > now;
  const labels = {
    30: t('profile.pause30'),
    60: t('profile.pause60'),
    1_440: t('profile.pause1440'),
    525_600: t('profile.pauseForever'),
  };
  return (
    <div className="flex flex-col gap-3">
      <CurrentFlow contact={contact} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className={isPaused ? 'text-warning-text' : 'text-ink-muted'}>
          {isPaused
            ? t('profile.pausedUntil', { time: `${format.date(until)}, ${format.time(until)}` })
            : t('profile.running')}
        </span>
        {can('answerPeople') &&
          (isPaused ? (
            <Button size="sm" isBusy={pause.isPending} onClick={() => pause.mutate(null)}>
              {t('profile.resume')}
            </Button>
          ) : (
            <DropdownMenu
              trigger={
                <Button size="sm" isBusy={pause.isPending} aria-label={t('profile.pauseFor')}>
                  {t('profile.pause')}
                </Button>
              }
            >
              {durations.map((minutes) => (
                <MenuItem key={minutes} onSelect={() => pause.mutate(minutes)}>
                  {labels[minutes]}
                </MenuItem>
              ))}
            </DropdownMenu>
          ))}
      </div>
      <FormError error={pause.error} />
    </div>
  );
}
