import { Button, Card } from '@instaflow/ui';
import { Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { useTestPhoneUrl } from '../../../shared/account/use-test-phone-url';

/** The way to see it run; only for accounts of the simulator. */
export function StartCard() {
  const { t } = useTranslation('overview');
  const accountId = useAccountId();
  const phoneUrl = useTestPhoneUrl();
  if (!phoneUrl) return null;
  return (
    <Card title={t('start.title')}>
      <p className="mb-4 text-ink-muted">{t('start.text')}</p>
      <div className="flex flex-wrap gap-2">
        <Button asChild variant="primary">
          <a href={phoneUrl} target="_blank" rel="noopener noreferrer">
            <Smartphone aria-hidden="true" />
            {t('start.phone')}
          </a>
        </Button>
        <Button asChild>
          <Link to={`/accounts/${accountId}/flows`}>{t('start.flows')}</Link>
        </Button>
      </div>
    </Card>
  );
}
