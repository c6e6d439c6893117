import { Notice, SkeletonRows } from '@instaflow/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { ApiError } from '../../../shared/api/api-error';
import { QueryView } from '../../../shared/components/query-view';
import { useBuilderSession } from '../state/builder-context';
import { useCommentThread } from './api/use-comment-thread';
import { useCommentTexts } from './comment-texts';
import { openComments } from './open-comments';
import { ThreadCard } from './thread/thread-card';

/** The thread a link leads to, whatever the filter says; its step is selected with it. */
export function LinkedThread({ commentId, canWrite }: { commentId: string; canWrite: boolean }) {
  const t = useCommentTexts();
  const thread = useCommentThread(commentId);
  useSelectedStep(thread.data, commentId);
  if (thread.error instanceof ApiError && thread.error.status === 404) {
    return (
      <Notice tone="warning" role="status">
        {t('gone')}
      </Notice>
    );
  }
  return (
    <section aria-label={t('linked')}>
      <QueryView query={thread} skeleton={<SkeletonRows label={t('loading')} className="h-24" count={1} />}>
        {(data) => (
          <FocusedThread key={data.commentId}>
            <ThreadCard isLinked hasPlace thread={data} canWrite={canWrite} />
          </FocusedThread>
        )}
      </QueryView>
    </section>
  );
}

/** The focus comes with the thread, which is drawn a moment after it was read. */
function FocusedThread({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-comment-thread]')?.focus();
  }, []);
  return <div ref={box}>{children}</div>;
}

/** Once, when the thread is known: then people go where they like. */
function useSelectedStep(thread: { nodeId: string | null } | undefined, commentId: string): void {
  const { store, overlay } = useBuilderSession();
  const isShown = useRef(false);
  useEffect(() => {
    if (!thread || isShown.current) return;
    isShown.current = true;
    const { nodeId } = thread;
    const { definition, selectNodes } = store.getState();
    if (nodeId === null || !definition.nodes.some(({ id }) => id === nodeId)) return;
    openComments(overlay, { nodeId, commentId });
    selectNodes([nodeId]);
  }, [thread, commentId, store, overlay]);
}
