import { Button, Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';

export type DemoHintProps = { email: string; onUse: () => void };

/** Says that this installation has a demo, and fills in its e-mail. */
export function DemoHint({ email, onUse }: DemoHintProps) {
  const { t } = useTranslation('auth');
  return (
    <Notice
      action={
        <Button size="sm" onClick={onUse}>
          {t('login.useDemo')}
        </Button>
      }
    >
      {t('login.demo', { email })}
    </Notice>
  );
}
