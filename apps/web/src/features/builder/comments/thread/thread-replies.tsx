import { Button, SkeletonRows } from '@instaflow/ui';
import { QueryView } from '../../../../shared/components/query-view';
import { useReplies } from '../api/use-replies';
import { useCommentTexts } from '../comment-texts';
import { CommentEntry } from './comment-entry';

/** The answers of a thread, page by page. */
export function ThreadReplies({ threadId, canWrite }: { threadId: string; canWrite: boolean }) {
  const t = useCommentTexts();
  const replies = useReplies(threadId);
  return (
    <QueryView query={replies} skeleton={<SkeletonRows label={t('loading')} className="h-12" count={2} />}>
      {({ pages }) => (
        <>
          <ol className="flex flex-col gap-3">
            {pages
              .flatMap((page) => page.replies)
              .map((reply) => (
                <li
                  key={reply.commentId}
                  aria-label={t('replyBy', { name: reply.author?.name ?? t('somebody') })}
                >
                  <CommentEntry comment={reply} canWrite={canWrite} />
                </li>
              ))}
          </ol>
          {replies.hasNextPage && (
            <Button
              size="sm"
              className="self-start"
              isBusy={replies.isFetchingNextPage}
              onClick={() => void replies.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </>
      )}
    </QueryView>
  );
}
