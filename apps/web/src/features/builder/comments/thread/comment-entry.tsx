import type { CommentReply, CommentThread } from '@instaflow/contracts';
import { Avatar, IconButton } from '@instaflow/ui';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { TimeAgo } from '../../../../shared/components/time-ago';
import { useSession } from '../../../../shared/session/session-store';
import { CommentComposer } from '../composer/comment-composer';
import { useCommentTexts } from '../comment-texts';
import { CommentText } from './comment-text';
import { useDeleteComment } from './use-delete-comment';

export type CommentEntryProps = { comment: CommentThread | CommentReply; canWrite: boolean };

/** One comment or answer: who, when, what; its author can change and delete it. */
export function CommentEntry({ comment, canWrite }: CommentEntryProps) {
  const t = useCommentTexts();
  const [isEdited, setIsEdited] = useState(false);
  const userId = useSession((session) => session.userId);
  const { commentId, author, text, mentions, createdAt, editedAt } = comment;
  const isOwn = canWrite && text !== null && author?.userId === userId;
  const name = author?.name ?? t('somebody');
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <Avatar size="sm" name={name} />
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 font-semibold break-words">{name}</span>
          <TimeAgo at={createdAt} className="text-xs text-ink-muted" />
          {editedAt !== null && text !== null && (
            <span className="text-xs text-ink-muted">({t('edited')})</span>
          )}
        </span>
        {isOwn && !isEdited && (
          <OwnActions
            commentId={commentId}
            text={text}
            onEdit={() => {
              setIsEdited(true);
            }}
          />
        )}
      </div>
      {isEdited && text !== null ? (
        <CommentComposer
          isFocused
          target={{ kind: 'edit', commentId }}
          label={t('composer.edit')}
          sendLabel={t('composer.save')}
          start={{ text, chosen: mentions }}
          onDone={() => {
            setIsEdited(false);
          }}
          onCancel={() => {
            setIsEdited(false);
          }}
        />
      ) : (
        <CommentText text={text} mentions={mentions} />
      )}
    </div>
  );
}

const maxName = 40;

function OwnActions({ commentId, text, onEdit }: { commentId: string; text: string; onEdit: () => void }) {
  const t = useCommentTexts();
  const remove = useDeleteComment();
  const short = text.length > maxName ? `${text.slice(0, maxName)}…` : text;
  return (
    <span className="flex shrink-0">
      <IconButton size="sm" hasTooltip={false} label={t('editOne', { text: short })} onClick={onEdit}>
        <Pencil aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        hasTooltip={false}
        label={t('deleteOne', { text: short })}
        onClick={() => {
          remove(commentId);
        }}
      >
        <Trash2 aria-hidden="true" />
      </IconButton>
    </span>
  );
}
