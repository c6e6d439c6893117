import { useState } from 'react';
import { control } from '../data/control';
import { formatDay } from '../data/format';
import type { Chat, Comment, Post } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';
import { CommentForm } from './comment-form';
import { CommentLine } from './comment-line';
import { StoryAnswer } from './story-answer';

const kindNames: Record<Post['productType'], string> = {
  FEED: 'Post',
  REELS: 'Reel',
  STORY: 'Story',
  AD: 'Boosted post',
};

export function PostCard({ post, chat, now }: { post: Post; chat: Chat; now: number }) {
  const [parent, setParent] = useState<Comment | null>(null);
  const action = useAction();
  const path = `/accounts/${chat.account.userId}`;
  const endBroadcast = (): void =>
    void action.run(() => control('PATCH', `${path}/posts/${post.id}`, { isLive: false }));
  return (
    <article className="post" aria-label={post.caption === '' ? kindNames[post.productType] : post.caption}>
      <img src={post.imageUrl} alt="" />
      <p className="caption">
        <strong>{chat.account.username}</strong> {post.caption}
      </p>
      <p className="quiet post-meta">
        {post.isLive && <strong className="live-mark">Live</strong>}
        {kindNames[post.productType]} · {formatDay(post.at, now)}
        {post.productType !== 'STORY' && ` · ${countComments(post.comments.length)}`}
        {post.isLive && (
          <button type="button" className="text-button" onClick={endBroadcast}>
            End the broadcast
          </button>
        )}
      </p>
      <CommentList
        post={post}
        chat={chat}
        onReply={setParent}
        onDelete={(comment) => void action.run(() => control('DELETE', `${path}/comments/${comment.id}`))}
      />
      {action.error && <Notice message={action.error} />}
      {post.productType === 'STORY' ? (
        <StoryAnswer post={post} chat={chat} />
      ) : (
        <CommentForm post={post} chat={chat} parent={parent} onDone={() => setParent(null)} />
      )}
    </article>
  );
}

type ListProps = {
  post: Post;
  chat: Chat;
  onReply: (comment: Comment) => void;
  onDelete: (comment: Comment) => void;
};

function CommentList({ post, chat, onReply, onDelete }: ListProps) {
  const tops = post.comments.filter((comment) => comment.parentId === null);
  const deletion = (comment: Comment): (() => void) | undefined =>
    comment.fromId === chat.person.igsid ? () => onDelete(comment) : undefined;
  return (
    <ul className="comments" aria-label="Comments" aria-live="polite">
      {tops.map((comment) => (
        <li key={comment.id}>
          <CommentLine comment={comment} onReply={() => onReply(comment)} onDelete={deletion(comment)} />
          <ul>
            {post.comments
              .filter((reply) => reply.parentId === comment.id)
              .map((reply) => (
                <li key={reply.id}>
                  <CommentLine comment={reply} onDelete={deletion(reply)} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function countComments(count: number): string {
  return count === 1 ? '1 comment' : `${count} comments`;
}
