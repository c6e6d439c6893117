import { Button, Card, ErrorState, Notice, SkeletonRows } from '@instaflow/ui';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSystemInfo } from '../../../shared/account/use-system-info';
import { ApiError } from '../../../shared/api/api-error';
import { LoadError } from '../../../shared/components/load-error';
import type { LoginKind } from '../connect-path';
import { useLogin } from '../hooks/use-login';
import { useConnectTexts } from '../use-connect-texts';
import { PermissionList } from './permission-list';

export type ConnectByLoginProps = { login: LoginKind; workspaceId: string | null };

/** What will happen at Instagram or Facebook, before one goes there. */
export function ConnectByLogin({ login: kind, workspaceId }: ConnectByLoginProps) {
  const t = useConnectTexts();
  const { t: appText } = useTranslation('app');
  const login = useLogin(kind, workspaceId);
  const hasSimulator = Boolean(useSystemInfo().data?.simulatorUrl);
  if (!login.data) {
    if (!login.error) return <SkeletonRows label={appText('loading')} className="h-16" count={4} />;
    return <NoLogin error={login.error} isRetrying={login.isFetching} onRetry={() => void login.refetch()} />;
  }
  return (
    <Card title={t(`${kind}.title`)}>
      <div className="flex flex-col gap-5">
        {hasSimulator && <Notice>{t('login.simulated')}</Notice>}
        <section className="flex flex-col gap-2">
          <h3 className="font-medium">{t('login.steps')}</h3>
          <ol className="flex list-decimal flex-col gap-1 pl-5 text-ink-muted">
            <li>{t(`${kind}.step1`)}</li>
            <li>{t(`${kind}.step2`)}</li>
            <li>{t(`${kind}.step3`)}</li>
          </ol>
        </section>
        <section className="flex flex-col gap-2">
          <h3 className="font-medium">{t(`${kind}.permissions`)}</h3>
          <PermissionList permissions={login.data.permissions} />
        </section>
        <p className="text-sm text-ink-muted">{t('login.messageAccess')}</p>
        <Button asChild variant="primary" size="lg" className="self-start">
          <a href={login.data.authorizeUrl}>
            {t(`${kind}.go`)}
            <ExternalLink aria-hidden="true" />
          </a>
        </Button>
      </div>
    </Card>
  );
}

type NoLoginProps = { error: Error; isRetrying: boolean; onRetry: () => void };

function NoLogin({ error, isRetrying, onRetry }: NoLoginProps) {
  const t = useConnectTexts();
  // The one 503 of this call says what is not set up, which the usual words for a broken server would hide.
  if (!(error instanceof ApiError) || error.code !== 'service_unavailable') {
    return <LoadError error={error} isRetrying={isRetrying} onRetry={onRetry} />;
  }
  return (
    <ErrorState
      title={t('login.notSetUp')}
      message={error.message}
      retry={{ label: t('login.retry'), onRetry, isBusy: isRetrying }}
    />
  );
}
