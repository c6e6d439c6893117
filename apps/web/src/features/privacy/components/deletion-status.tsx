import { Button, EmptyState, Skeleton } from '@instaflow/ui';
import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../../../shared/api/api-error';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { QueryView } from '../../../shared/components/query-view';
import { StatusCard } from './status-card';

export type DeletionStatusProps = { code: string };

const lookEveryMs = 5_000;
const unknownCode: readonly number[] = [400, 404, 422];

/** What became of one request; looked at again by itself until it is over. */
export function DeletionStatus({ code }: DeletionStatusProps) {
  const { t } = useTranslation('privacy');
  const status = useQuery({
    queryKey: queryKeys.dataDeletion(code),
    queryFn: ({ signal }) => callApi('getDataDeletion', { params: { code } }, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'received' || data?.state === 'running' ? lookEveryMs : false,
  });
  const another = (
    <Button asChild className="self-start">
      <Link to="/data-deletion">{t('another')}</Link>
    </Button>
  );
  if (status.error instanceof ApiError && unknownCode.includes(status.error.status)) {
    return (
      <EmptyState
        icon={<FileQuestion />}
        title={t('unknownTitle')}
        description={t('unknownText')}
        action={another}
      />
    );
  }
  return (
    <>
      <QueryView query={status} skeleton={<Skeleton className="h-40" />}>
        {(loaded) => (
          <StatusCard status={loaded} isLooking={status.isFetching} onLook={() => void status.refetch()} />
        )}
      </QueryView>
      {another}
    </>
  );
}
