import type { InstagramAccount } from '@instaflow/contracts';
import { Button, Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNow } from '../../../shared/format/use-now';
import { findTrouble } from '../account-health';

export type AccountTroubleProps = { account: InstagramAccount };

/** What is wrong with an account, with the way to what mends it; nothing while all is well. */
export function AccountTrouble({ account }: AccountTroubleProps) {
  const { t } = useTranslation('accounts');
  const trouble = findTrouble(account, useNow());
  if (trouble === null) return null;
  const { instagramAccountId: id, statusReason } = account;
  return (
    <Notice tone={trouble === 'tokenEndsSoon' ? 'warning' : 'danger'}>
      <p>{statusReason ?? t(`trouble.${trouble}`)}</p>
      <Button asChild size="sm" className="mt-2">
        <Link to={`/accounts/${id}/doctor`}>{t('list.whatIsWrong')}</Link>
      </Button>
    </Notice>
  );
}
