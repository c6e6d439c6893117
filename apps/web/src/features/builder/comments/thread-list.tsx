import type { CommentThread } from '@instaflow/contracts';
import { Button, EmptyState, SkeletonRows } from '@instaflow/ui';
import { CheckCheck, MessageSquare } from 'lucide-react';
import { QueryView } from '../../../shared/components/query-view';
import { useBuilder } from '../state/builder-context';
import { useCommentThreads, type ThreadState } from './api/use-comment-threads';
import { useCommentTexts } from './comment-texts';
import { splitByStep } from './split-by-step';
import { ThreadCard } from './thread/thread-card';

export type ThreadListProps = {
  state: ThreadState;
  nodeId: string | null;
  /** The thread that is shown already. */
  hiddenId: string | null;
  canWrite: boolean;
};

/** Threads, page by page; those of steps that were deleted come last. */
export function ThreadList({ state, nodeId, hiddenId, canWrite }: ThreadListProps) {
  const t = useCommentTexts();
  const threads = useCommentThreads({ state, nodeId });
  const definition = useBuilder((builder) => builder.definition);
  return (
    <QueryView query={threads} skeleton={<SkeletonRows label={t('loading')} className="h-24" count={3} />}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.threads);
        if (all.length === 0) return <NoThreads state={state} nodeId={nodeId} canWrite={canWrite} />;
        const shown = all.filter(({ commentId }) => commentId !== hiddenId);
        const { there, deleted } = splitByStep(shown, definition);
        const hasPlace = nodeId === null;
        return (
          <div tabIndex={-1} data-comment-list className="flex flex-col gap-3 outline-none">
            <Threads label={t('list')} threads={there} hasPlace={hasPlace} canWrite={canWrite} />
            {deleted.length > 0 && (
              <>
                <h3 className="pt-2 text-sm font-semibold">{t('deletedSteps')}</h3>
                <Threads label={t('deletedSteps')} threads={deleted} hasPlace canWrite={canWrite} />
              </>
            )}
            {threads.hasNextPage && (
              <Button
                size="sm"
                className="self-start"
                isBusy={threads.isFetchingNextPage}
                onClick={() => void threads.fetchNextPage()}
              >
                {t('more')}
              </Button>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function Threads({
  label,
  threads,
  hasPlace,
  canWrite,
}: {
  label: string;
  threads: readonly CommentThread[];
  hasPlace: boolean;
  canWrite: boolean;
}) {
  if (threads.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-col gap-3">
      {threads.map((thread) => (
        <li key={thread.commentId}>
          <ThreadCard thread={thread} hasPlace={hasPlace} canWrite={canWrite} isLinked={false} />
        </li>
      ))}
    </ul>
  );
}

function NoThreads({ state, nodeId, canWrite }: Omit<ThreadListProps, 'hiddenId'>) {
  const t = useCommentTexts();
  if (state === 'resolved')
    return (
      <EmptyState icon={<CheckCheck />} title={t('empty.resolved')} description={t('empty.resolvedHint')} />
    );
  const hint = nodeId === null ? t('empty.openHint') : t('empty.openHintStep');
  return (
    <EmptyState
      icon={<MessageSquare />}
      title={t('empty.open')}
      description={canWrite ? hint : t('empty.openHintReader')}
    />
  );
}
