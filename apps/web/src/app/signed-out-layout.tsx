import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useSearchParams } from 'react-router';
import { BrandMark } from '../shared/components/brand-mark';
import { safeReturnPath } from '../shared/session/safe-return-path';
import { ServerDownPage } from './server-down-page';
import { useRestoredSession } from './use-restored-session';

/** Frame of the pages for people who are not signed in; others go on to where they wanted. */
export function SignedOutLayout() {
  const { t } = useTranslation('app');
  const [search] = useSearchParams();
  const { status, isServerDown, retry } = useRestoredSession();
  if (isServerDown) return <ServerDownPage onRetry={retry} />;
  if (status === 'unknown') return null;
  if (status === 'signedIn') return <Navigate to={safeReturnPath(search.get('next'))} replace />;
  return (
    <div className="flex min-h-full flex-col items-center px-4 py-10 sm:justify-center">
      <div className="flex w-full max-w-sm flex-col gap-6">
        <header className="flex items-center gap-2.5">
          <BrandMark className="size-8" />
          <span className="text-lg font-semibold tracking-tight">{t('name')}</span>
        </header>
        <main>
          <Outlet />
        </main>
        <footer className="text-sm text-ink-faint">{t('tagline')}</footer>
      </div>
    </div>
  );
}
