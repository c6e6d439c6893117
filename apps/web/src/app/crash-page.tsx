import { Button, ErrorState } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { NotFoundPage } from './not-found-page';

/** Code of an older release that the server no longer has: the way out is to load the new one. */
const isMissingChunk = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

/** Shown in place of a page that threw. */
export function CrashPage() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <div className="grid min-h-full place-items-center py-10">
      <div className="flex flex-col items-center gap-3">
        <h1 className="sr-only">{t('crash.title')}</h1>
        <ErrorState
          title={t('crash.title')}
          message={isMissingChunk(error) ? t('crash.newVersion') : t('crash.message')}
        />
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('actions.reload')}
        </Button>
        {error instanceof Error && (
          <details className="max-w-xl px-6 text-sm text-ink-muted">
            <summary className="py-2">{t('crash.details')}</summary>
            <pre className="overflow-x-auto rounded-md bg-sunken p-3 text-xs">{error.message}</pre>
          </details>
        )}
      </div>
    </div>
  );
}
