import { Button, EmptyState } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';

/** A trigger needs a flow: the way to make one. */
export function NoFlows() {
  const { t } = useTranslation('triggers');
  const accountId = useAccountId();
  return (
    <EmptyState
      title={t('noFlows')}
      action={
        <Button asChild variant="primary">
          <Link to={`/accounts/${accountId}/flows?new=true`}>{t('goToFlows')}</Link>
        </Button>
      }
    />
  );
}
