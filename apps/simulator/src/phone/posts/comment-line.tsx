import type { Comment } from '../data/types';
import { Avatar } from '../parts/avatar';

type Props = { comment: Comment; onReply?: () => void; onDelete?: () => void };

export function CommentLine({ comment, onReply, onDelete }: Props) {
  return (
    <div className={`comment ${comment.isHidden ? 'is-hidden' : ''}`}>
      <Avatar id={comment.fromId} />
      <p>
        <strong>{comment.username}</strong> {comment.text}
        {comment.isHidden && <em> (hidden by the business)</em>}
      </p>
      {onReply && (
        <button
          type="button"
          className="text-button quiet"
          aria-label={`Reply to ${comment.username}`}
          onClick={onReply}
        >
          Reply
        </button>
      )}
      {onDelete && (
        <button
          type="button"
          className="text-button quiet"
          aria-label={`Delete the comment “${comment.text}”`}
          onClick={onDelete}
        >
          Delete
        </button>
      )}
    </div>
  );
}
