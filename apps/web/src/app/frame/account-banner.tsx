import type { InstagramAccount } from '@instaflow/contracts';
import { Button, Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccess } from '../../shared/account/use-access';
import { usePauseAccount } from '../../shared/account/use-pause-account';
import { connectPath } from '../../features/connect/connect-path';

export type AccountBannerProps = { account: InstagramAccount };

/** Says above every page of an account when its automation stands still, and how to go on. */
export function AccountBanner({ account }: AccountBannerProps) {
  const { t } = useTranslation('app');
  const { can } = useAccess();
  const pause = usePauseAccount();
  const username = account.instagramUsername;
  if (account.status !== 'connected') {
    const text =
      account.status === 'disconnected'
        ? t('accountState.disconnected', { username })
        : account.statusReason
          ? t('accountState.errorWithReason', { username, reason: account.statusReason })
          : t('accountState.error', { username });
    return (
      <Notice
        tone="danger"
        role="status"
        className="rounded-none px-4"
        action={
          can('manageAccounts') && (
            <Button size="sm" asChild>
              <Link to={connectPath({ way: 'instagram', workspaceId: account.workspaceId })}>
                {t('accountState.reconnect')}
              </Link>
            </Button>
          )
        }
      >
        {text}
      </Notice>
    );
  }
  if (!account.pausedAt) return null;
  return (
    <Notice
      tone="warning"
      role="status"
      className="rounded-none px-4"
      action={
        can('manageAccounts') && (
          <Button
            size="sm"
            isBusy={pause.isPending}
            onClick={() => pause.mutate({ account, isPaused: false })}
          >
            {t('accountState.resume')}
          </Button>
        )
      }
    >
      {t('accountState.paused', { username })}
    </Notice>
  );
}
