import type { CommentThread } from '@instaflow/contracts';
import { Button, cx } from '@instaflow/ui';
import { Check, ChevronDown, ChevronRight, CornerDownRight, RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { announce } from '../../../../shared/components/live-region';
import { TimeAgo } from '../../../../shared/components/time-ago';
import { FormError } from '../../../../shared/forms/form-error';
import { useCommentActions } from '../api/use-comment-actions';
import { CommentComposer } from '../composer/comment-composer';
import { useCommentTexts } from '../comment-texts';
import { CommentEntry } from './comment-entry';
import { ThreadPlace } from './thread-place';
import { ThreadReplies } from './thread-replies';

export type ThreadCardProps = {
  thread: CommentThread;
  canWrite: boolean;
  /** Says which step it is about: where threads of several are. */
  hasPlace: boolean;
  /** Opened by a link: with its answers, and marked. */
  isLinked: boolean;
};

/** A thread: what was said, the answers once they are asked for, and whether it is settled. */
export function ThreadCard({ thread, canWrite, hasPlace, isLinked }: ThreadCardProps) {
  const t = useCommentTexts();
  const answersId = useId();
  const [isUnfolded, setIsUnfolded] = useState(isLinked);
  const { commentId, author, replyCount, resolvedAt } = thread;
  const canAnswer = canWrite && resolvedAt === null;
  return (
    <article
      tabIndex={-1}
      data-comment-thread={commentId}
      aria-label={t('thread', { name: author?.name ?? t('somebody') })}
      className={cx(
        'flex flex-col gap-2 rounded-lg border bg-surface p-3 outline-none focus-visible:outline-2 focus-visible:outline-ring',
        isLinked ? 'border-accent' : 'border-line',
      )}
    >
      {hasPlace && <ThreadPlace thread={thread} />}
      <CommentEntry comment={thread} canWrite={canWrite} />
      <Settled thread={thread} />
      <div className="-ml-2.5 flex flex-wrap items-center gap-1">
        {(replyCount > 0 || (canAnswer && !isUnfolded)) && (
          <AnswersButton
            count={replyCount}
            controlsId={isUnfolded ? answersId : null}
            onToggle={() => {
              setIsUnfolded(!isUnfolded);
            }}
          />
        )}
        {canWrite && <SettleButton commentId={commentId} isOpen={resolvedAt === null} />}
      </div>
      {isUnfolded && (
        <Answers
          id={answersId}
          thread={thread}
          canWrite={canWrite}
          isFieldFocused={!isLinked}
          onFold={() => {
            setIsUnfolded(false);
          }}
        />
      )}
    </article>
  );
}

/** Unfolds the answers that are there, or the field for the first one. */
function AnswersButton({
  count,
  controlsId,
  onToggle,
}: {
  count: number;
  /** What is unfolded; null while it is not. */
  controlsId: string | null;
  onToggle: () => void;
}) {
  const t = useCommentTexts();
  const Icon = count === 0 ? CornerDownRight : controlsId === null ? ChevronRight : ChevronDown;
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-expanded={controlsId !== null}
      aria-controls={controlsId ?? undefined}
      onClick={onToggle}
    >
      <Icon aria-hidden="true" />
      {count > 0 ? t('replies', { count }) : t('reply')}
    </Button>
  );
}

/** The answers, and a field for one more while the thread is open. */
function Answers({
  id,
  thread: { commentId, replyCount, resolvedAt },
  canWrite,
  isFieldFocused,
  onFold,
}: {
  id: string;
  thread: CommentThread;
  canWrite: boolean;
  /** Whoever is about to give the first answer is led to the field. */
  isFieldFocused: boolean;
  onFold: () => void;
}) {
  const t = useCommentTexts();
  const isFirst = replyCount === 0;
  return (
    <div id={id} className="flex flex-col gap-3 border-l-2 border-line pl-3">
      {!isFirst && <ThreadReplies threadId={commentId} canWrite={canWrite} />}
      {canWrite && resolvedAt === null && (
        <CommentComposer
          isFocused={isFieldFocused && isFirst}
          target={{ kind: 'reply', threadId: commentId }}
          label={t('composer.answer')}
          sendLabel={t('composer.sendAnswer')}
          {...(isFirst && { onCancel: onFold })}
        />
      )}
    </div>
  );
}

function Settled({ thread: { resolvedAt, resolvedBy } }: { thread: CommentThread }) {
  const t = useCommentTexts();
  if (resolvedAt === null) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-muted">
      {t('resolvedBy', { name: resolvedBy?.name ?? t('somebody') })}
      <TimeAgo at={resolvedAt} />
    </p>
  );
}

function SettleButton({ commentId, isOpen }: { commentId: string; isOpen: boolean }) {
  const t = useCommentTexts();
  const { setState } = useCommentActions();
  const Icon = isOpen ? Check : RotateCcw;
  const settle = () => {
    setState.mutate(
      { commentId, state: isOpen ? 'resolved' : 'open' },
      {
        onSuccess: () => {
          announce(t(isOpen ? 'resolvedNow' : 'reopenedNow'));
        },
      },
    );
  };
  return (
    <>
      <Button size="sm" variant="ghost" isBusy={setState.isPending} onClick={settle}>
        <Icon aria-hidden="true" />
        {t(isOpen ? 'resolve' : 'reopen')}
      </Button>
      <FormError error={setState.error} />
    </>
  );
}
