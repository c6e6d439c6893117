import { useState, type FormEvent } from 'react';
import { control } from '../data/control';
import { useResource } from '../data/use-resource';
import type { Chat, Posts } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';
import { PostCard } from './post-card';

/** The account's posts, where a person comments and sees the public answers. */
export function PostsScreen({ chat }: { chat: Chat }) {
  const { account } = chat;
  const posts = useResource<Posts>(
    `/accounts/${account.userId}/posts`,
    (change) => change.kind === 'comment',
  );
  if (posts.error && !posts.value) return <Notice message={posts.error} onRetry={posts.reload} />;
  if (!posts.value) return <p className="quiet centered">Loading …</p>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
    <div className="scroll-screen" role="region" aria-label={`Posts of ${account.username}`} tabIndex={0}>
      <h2 className="screen-title">{account.username}</h2>
      {posts.value.posts.map((post) => (
        <PostCard key={post.id} post={post} chat={chat} />
      ))}
      {posts.value.posts.length === 0 && (
        <p className="quiet centered">Nothing posted yet. Publish the first post.</p>
      )}
      <NewPostForm accountId={account.userId} />
    </div>
  );
}

function NewPostForm({ accountId }: { accountId: string }) {
  const [caption, setCaption] = useState('');
  const action = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action
      .run(() => control('POST', `/accounts/${accountId}/posts`, { caption }))
      .then((isDone) => isDone && setCaption(''));
  };
  return (
    <form className="card-form" onSubmit={submit}>
      <h3>As the business: a new post</h3>
      <label>
        Caption
        <input
          value={caption}
          maxLength={2200}
          placeholder="Comment PRICE and we send you the list"
          onChange={(event) => setCaption(event.target.value)}
        />
      </label>
      {action.error && <Notice message={action.error} />}
      <button type="submit" className="primary-button">
        Publish
      </button>
    </form>
  );
}
