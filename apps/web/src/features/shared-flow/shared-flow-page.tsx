import type { SharedFlow } from '@instaflow/contracts';
import { ErrorState, Skeleton } from '@instaflow/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApiError } from '../../shared/api/api-error';
import { callApi } from '../../shared/api/call-api';
import { BrandMark } from '../../shared/components/brand-mark';
import { useErrorText } from '../../shared/components/use-error-text';
import { usePageTitle } from '../../shared/components/use-page-title';
import { useFormat } from '../../shared/format/use-format';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import builderTexts from '../builder/locales/en.json';
import '../builder/test-phone/phone-texts';
import '../builder/test-phone/test-phone.css';
import { GuestPhone } from './guest-phone';
import english from './locales/en.json';
import { readSharedFlow } from './read-shared-flow';

addCatalogue('sharedFlow', english);
// The phone speaks with the builder's words.
addCatalogue('builder', builderTexts);

/** A draft on a test phone, for whoever was given the link: no login, no editing, nothing sent or stored. */
export function SharedFlowPage() {
  const { t } = useTranslation('sharedFlow');
  const errorText = useErrorText();
  const token = useParams()['token'] ?? '';
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['shared-flow', token],
    queryFn: ({ signal }) => callApi('getSharedFlow', { params: { token } }, { signal }),
    // A talk that has begun goes on with what it began with.
    staleTime: Infinity,
  });
  usePageTitle(data ? t('title', { name: data.name }) : t('loading'));
  if (data) return <Loaded shared={data} />;
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Frame>
        <ErrorState title={t('gone.title')} message={t('gone.message')} />
      </Frame>
    );
  }
  return (
    <Frame>
      {error ? (
        <ErrorState
          title={t('failed.title')}
          message={errorText(error)}
          requestId={error instanceof ApiError ? error.requestId : null}
          retry={{ label: t('failed.retry'), onRetry: () => void refetch(), isBusy: isFetching }}
        />
      ) : (
        <div role="status" className="flex flex-col gap-3 p-4">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-10" />
          <Skeleton className="h-24 w-3/4" />
        </div>
      )}
    </Frame>
  );
}

function Loaded({ shared }: { shared: SharedFlow }) {
  const { t } = useTranslation('sharedFlow');
  const format = useFormat();
  const flows = useMemo(() => readSharedFlow(shared), [shared]);
  if (!flows) {
    return (
      <Frame>
        <ErrorState title={t('broken.title')} message={t('broken.message')} />
      </Frame>
    );
  }
  return (
    <Frame
      head={
        <>
          <h1 className="text-lg font-semibold break-words">{t('title', { name: shared.name })}</h1>
          <p className="text-sm text-ink-muted">
            {t('intro')} {t('expires', { date: format.date(shared.expiresAt) })}
          </p>
        </>
      }
    >
      <GuestPhone flows={flows} />
    </Frame>
  );
}

function Frame({ head, children }: { head?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('app');
  return (
    <main className="mx-auto flex h-dvh w-full max-w-md flex-col gap-3 sm:py-6">
      {/* The address is a key: it is neither to be found nor to be told to other sites. */}
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <header className="flex flex-col gap-1.5 px-4 pt-3 sm:px-0 sm:pt-0">
        <p className="flex items-center gap-2 text-sm font-semibold">
          <BrandMark className="size-6" />
          {t('name')}
        </p>
        {head}
      </header>
      <div className="test-phone flex min-h-0 flex-1 flex-col overflow-hidden border-line bg-surface max-sm:border-t sm:rounded-xl sm:border">
        {children}
      </div>
    </main>
  );
}
