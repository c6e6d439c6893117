import { control } from '../data/control';
import { useResource } from '../data/use-resource';
import type { Chat, ClockState, Posts } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';
import { NewPostForm } from './new-post-form';
import { PostCard } from './post-card';

/** The account's posts, where a person comments and sees the public answers. */
export function PostsScreen({ chat }: { chat: Chat }) {
  const { account } = chat;
  const posts = useResource<Posts>(
    `/accounts/${account.userId}/posts`,
    (change) => change.kind === 'comment',
  );
  const clock = useResource<ClockState>('/clock', (change) => change.kind === 'clock');
  if (posts.error && !posts.value) return <Notice message={posts.error} onRetry={posts.reload} />;
  if (!posts.value || !clock.value) return <p className="quiet centered">Loading …</p>;
  const { now } = clock.value;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
    <div className="scroll-screen" role="region" aria-label={`Posts of ${account.username}`} tabIndex={0}>
      <h2 className="screen-title">{account.username}</h2>
      {posts.value.posts.map((post) => (
        <PostCard key={post.id} post={post} chat={chat} now={now} />
      ))}
      {posts.value.posts.length === 0 && (
        <p className="quiet centered">Nothing posted yet. Publish the first post.</p>
      )}
      <MentionButton chat={chat} />
      <NewPostForm accountId={account.userId} />
    </div>
  );
}

/** Mentions stand under somebody else's post, which nobody sees here. */
function MentionButton({ chat: { account, person } }: { chat: Chat }) {
  const action = useAction();
  const mention = (place: 'caption' | 'comment') => (): void =>
    void action.run(() =>
      control('POST', `/accounts/${account.userId}/mentions`, { igsid: person.igsid, in: place }),
    );
  return (
    <div className="card-form">
      <h3>Mention @{account.username} elsewhere</h3>
      <div className="choice-row">
        <button type="button" onClick={mention('caption')}>
          In a caption
        </button>
        <button type="button" onClick={mention('comment')}>
          In a comment
        </button>
      </div>
      {action.error && <Notice message={action.error} />}
    </div>
  );
}
