import { Button, Notice } from '@instaflow/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const currentPermission = (): NotificationPermission =>
  typeof Notification === 'undefined' ? 'denied' : Notification.permission;

/** Offers notifications until the person decided. */
export function NotificationPrompt() {
  const { t } = useTranslation('inbox');
  const [permission, setPermission] = useState(currentPermission);
  if (permission !== 'default') return null;
  return (
    <Notice
      className="rounded-none border-b border-line"
      action={
        <Button size="sm" onClick={() => void Notification.requestPermission().then(setPermission)}>
          {t('notify.allow')}
        </Button>
      }
    >
      {t('notify.ask')}
    </Notice>
  );
}
