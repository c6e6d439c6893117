import { useState, type FormEvent } from 'react';
import { control } from '../data/control';
import { formatDay } from '../data/format';
import type { Chat, Comment, Post } from '../data/types';
import { Avatar } from '../parts/avatar';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

export function PostCard({ post, chat }: { post: Post; chat: Chat }) {
  const { account, person } = chat;
  const [text, setText] = useState('');
  const [parent, setParent] = useState<Comment | null>(null);
  const action = useAction();
  const tops = post.comments.filter((comment) => comment.parentId === null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    const body = { mediaId: post.id, igsid: person.igsid, text, ...(parent ? { parentId: parent.id } : {}) };
    void action
      .run(() => control('POST', `/accounts/${account.userId}/comments`, body))
      .then((isDone) => {
        if (!isDone) return;
        setText('');
        setParent(null);
      });
  };
  return (
    <article className="post" aria-label={post.caption === '' ? 'Post' : post.caption}>
      <img src={post.imageUrl} alt="" />
      <p className="caption">
        <strong>{account.username}</strong> {post.caption}
      </p>
      <p className="quiet post-meta">
        {formatDay(post.at, Date.now())} · {post.comments.length} comments
      </p>
      <ul className="comments" aria-label="Comments" aria-live="polite">
        {tops.map((comment) => (
          <li key={comment.id}>
            <CommentLine comment={comment} onReply={() => setParent(comment)} />
            <ul>
              {post.comments
                .filter((reply) => reply.parentId === comment.id)
                .map((reply) => (
                  <li key={reply.id}>
                    <CommentLine comment={reply} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {action.error && <Notice message={action.error} />}
      <form className="comment-form" onSubmit={submit}>
        <input
          aria-label={parent ? `Reply to ${parent.username}` : 'Comment'}
          placeholder={parent ? `Reply to ${parent.username}…` : `Comment as ${person.username}…`}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="text-button">
          Post
        </button>
      </form>
    </article>
  );
}

function CommentLine({ comment, onReply }: { comment: Comment; onReply?: () => void }) {
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
    </div>
  );
}
