import type { DiscardedDraft } from '@instaflow/contracts';
import { Button, Notice, toast } from '@instaflow/ui';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { TimeAgo } from '../../../shared/components/time-ago';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useFormat } from '../../../shared/format/use-format';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { discardedKey, useDraftChanges } from './use-draft-changes';
import { useVersionTexts } from './version-texts';

/** Drafts thrown away in the last 30 days. Nothing is shown while there is none. */
export function DiscardedDrafts() {
  const t = useVersionTexts();
  const errorText = useErrorText();
  const { flowId } = useBuilderSession();
  const { bringBack } = useDraftChanges();
  const { data, error, refetch } = useQuery({
    queryKey: discardedKey(flowId),
    queryFn: ({ signal }) => callApi('listDiscardedDrafts', { params: { id: flowId } }, { signal }),
  });
  if (error) {
    const retry = (
      <Button size="sm" onClick={() => void refetch()}>
        {t('discarded.retry')}
      </Button>
    );
    return (
      <Notice tone="danger" role="alert" action={retry}>
        {t('discarded.failed', { reason: errorText(error) })}
      </Notice>
    );
  }
  if (!data || data.drafts.length === 0) return null;
  return (
    <section aria-label={t('discarded.title')} className="flex flex-col gap-1 border-t border-line pt-3">
      <h3 className="font-medium">{t('discarded.title')}</h3>
      {bringBack.isError && (
        <Notice tone="danger" role="alert">
          {t('discarded.restoreFailed', { reason: errorText(bringBack.error) })}
        </Notice>
      )}
      <ul className="flex flex-col">
        {data.drafts.map((draft) => (
          <DraftRow key={draft.discardedDraftId} draft={draft} bringBack={bringBack} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({
  draft: { discardedDraftId, discardedAt, discardedByName, stepCount, keptUntil },
  bringBack,
}: {
  draft: DiscardedDraft;
  bringBack: ReturnType<typeof useDraftChanges>['bringBack'];
}) {
  const t = useVersionTexts();
  const format = useFormat();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  return (
    <li className="flex items-center justify-between gap-2 border-b border-line py-2 text-sm last:border-0">
      <span className="flex min-w-0 flex-col">
        <span className="flex flex-wrap gap-x-1.5">
          <TimeAgo at={discardedAt} />
          {discardedByName !== null && <span>{t('by', { name: discardedByName })}</span>}
          <span>· {t('steps', { count: stepCount })}</span>
        </span>
        <span className="text-xs text-ink-muted">
          {t('discarded.kept', { date: format.date(keptUntil) })}
        </span>
      </span>
      {!isReadOnly && (
        <Button
          size="sm"
          aria-label={t('discarded.restoreOne', { date: format.exact(discardedAt) })}
          isBusy={bringBack.isPending && bringBack.variables === discardedDraftId}
          disabled={bringBack.isPending}
          onClick={() => {
            bringBack.mutate(discardedDraftId, {
              onSuccess: () => {
                toast.success(t('discarded.restored'));
              },
            });
          }}
        >
          {t('discarded.restore')}
        </Button>
      )}
    </li>
  );
}
