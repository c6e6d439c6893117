import type { InstagramAccount } from '@instaflow/contracts';
import { Button, Card } from '@instaflow/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { usePauseAccount } from '../../../shared/account/use-pause-account';
import { DisconnectDialog } from './disconnect-dialog';
import { PauseDialog } from './pause-dialog';

export type StopCardProps = { account: InstagramAccount };

/** The red button, and disconnecting. */
export function StopCard({ account }: StopCardProps) {
  const { t } = useTranslation('accounts');
  const { can } = useAccess();
  const pause = usePauseAccount();
  const [dialog, setDialog] = useState<'pause' | 'disconnect' | null>(null);
  const close = () => setDialog(null);
  if (!can('manageAccounts')) return null;
  return (
    <Card title={t('settings.danger')}>
      <div className="flex flex-wrap gap-2">
        {account.pausedAt ? (
          <Button isBusy={pause.isPending} onClick={() => pause.mutate({ account, isPaused: false })}>
            {t('list.resume')}
          </Button>
        ) : (
          <Button variant="danger" onClick={() => setDialog('pause')}>
            {t('list.pause')}
          </Button>
        )}
        <Button variant="dangerGhost" onClick={() => setDialog('disconnect')}>
          {t('list.disconnect')}
        </Button>
      </div>
      {dialog === 'pause' && <PauseDialog account={account} onClose={close} />}
      {dialog === 'disconnect' && <DisconnectDialog account={account} onClose={close} />}
    </Card>
  );
}
