import { Button, Notice, Skeleton } from '@instaflow/ui';
import { useErrorText } from '../../../shared/components/use-error-text';
import { usePublishTexts } from './publish-texts';
import type { usePublishPreview } from './use-publish-preview';

/** Why it is not told (yet) what publishing means. */
export function PreviewState({
  preview: { query, isSaved, isUnsaved },
}: {
  preview: ReturnType<typeof usePublishPreview>;
}) {
  const t = usePublishTexts();
  const errorText = useErrorText();
  if (isUnsaved) return <Notice tone="warning">{t('preview.unsaved')}</Notice>;
  if (query.error) {
    const retry = (
      <Button size="sm" isBusy={query.isFetching} onClick={() => void query.refetch()}>
        {t('preview.retry')}
      </Button>
    );
    return (
      <Notice tone="danger" role="alert" action={retry}>
        {t('preview.failed', { reason: errorText(query.error) })}
      </Notice>
    );
  }
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="text-sm text-ink-muted">{t(isSaved ? 'preview.loading' : 'preview.saving')}</span>
      <Skeleton className="h-5 w-3/4" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
    </div>
  );
}
