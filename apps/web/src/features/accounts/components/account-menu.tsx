import type { InstagramAccount } from '@instaflow/contracts';
import { DropdownMenu, IconButton, MenuItem, MenuSeparator } from '@instaflow/ui';
import { EllipsisVertical, OctagonPause, Play, Settings, Stethoscope, Unplug } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { usePauseAccount } from '../../../shared/account/use-pause-account';
import { DisconnectDialog } from './disconnect-dialog';
import { PauseDialog } from './pause-dialog';

export type AccountMenuProps = { account: InstagramAccount };

/** What one can do with an account besides opening it. */
export function AccountMenu({ account }: AccountMenuProps) {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const { can } = useAccess(account.workspaceId);
  const pause = usePauseAccount();
  const [dialog, setDialog] = useState<'pause' | 'disconnect' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton
            size="sm"
            hasTooltip={false}
            label={t('list.menu', { username: account.instagramUsername })}
          >
            <EllipsisVertical aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => void navigate(`/accounts/${account.instagramAccountId}/settings`)}>
          <Settings aria-hidden="true" />
          {t('list.settings')}
        </MenuItem>
        <MenuItem onSelect={() => void navigate(`/accounts/${account.instagramAccountId}/doctor`)}>
          <Stethoscope aria-hidden="true" />
          {t('list.doctor')}
        </MenuItem>
        {can('manageAccounts') && (
          <>
            {account.pausedAt ? (
              <MenuItem onSelect={() => pause.mutate({ account, isPaused: false })}>
                <Play aria-hidden="true" />
                {t('list.resume')}
              </MenuItem>
            ) : (
              <MenuItem isDangerous onSelect={() => setDialog('pause')}>
                <OctagonPause aria-hidden="true" />
                {t('list.pause')}
              </MenuItem>
            )}
            <MenuSeparator />
            <MenuItem isDangerous onSelect={() => setDialog('disconnect')}>
              <Unplug aria-hidden="true" />
              {t('list.disconnect')}
            </MenuItem>
          </>
        )}
      </DropdownMenu>
      {dialog === 'pause' && <PauseDialog account={account} onClose={close} />}
      {dialog === 'disconnect' && <DisconnectDialog account={account} onClose={close} />}
    </>
  );
}
