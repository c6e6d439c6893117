import type { InstagramAccount } from '@instaflow/contracts';
import { Avatar, Badge, Button } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import { healthOf, healthTones } from '../account-health';
import { AccountMenu } from './account-menu';
import { AccountTrouble } from './account-trouble';
import { TokenLine } from './token-line';

export type AccountCardProps = { account: InstagramAccount };

/** One account: who it is, whether it works, what was received last. */
export function AccountCard({ account }: AccountCardProps) {
  const { t } = useTranslation('accounts');
  const health = healthOf(account);
  return (
    <article className="flex h-full flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      <div className="flex items-start gap-3">
        <Avatar name={account.instagramUsername} size="lg" />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <h2 className="truncate font-semibold" title={account.instagramUsername}>
            @{account.instagramUsername}
          </h2>
          <div className="flex flex-wrap gap-1.5">
            <Badge tone={healthTones[health]} hasDot>
              {t(`status.${health}`)}
            </Badge>
            {account.isSimulated && <Badge>{t('list.simulated')}</Badge>}
          </div>
        </div>
        <AccountMenu account={account} />
      </div>
      <AccountTrouble account={account} />
      <dl className="grid flex-1 grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1 text-sm">
        <dt className="text-ink-muted">{t('list.lastWebhook')}</dt>
        <dd className="text-right">
          {account.lastWebhookAt ? (
            <TimeAgo at={account.lastWebhookAt} />
          ) : (
            <span className="text-ink-faint">{t('list.noWebhook')}</span>
          )}
        </dd>
        <dt className="text-ink-muted">{t('list.token')}</dt>
        <dd className="text-right">
          <TokenLine expiresAt={account.tokenExpiresAt} />
        </dd>
      </dl>
      <Button asChild>
        <Link to={`/accounts/${account.instagramAccountId}`}>{t('list.open')}</Link>
      </Button>
    </article>
  );
}
