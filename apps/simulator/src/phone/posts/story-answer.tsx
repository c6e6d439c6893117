import { useState, type FormEvent } from 'react';
import { control, personPath } from '../data/control';
import type { Chat, Post } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

/** An answer to a story goes into the chat. */
export function StoryAnswer({ post, chat }: { post: Post; chat: Chat }) {
  const [text, setText] = useState('');
  const action = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    const path = `${personPath(chat.account.userId, chat.person.igsid)}/message`;
    void action
      .run(() => control('POST', path, { text, storyReply: { mediaId: post.id } }))
      .then((isDone) => isDone && setText(''));
  };
  return (
    <>
      {action.error && <Notice message={action.error} />}
      <form className="comment-form" onSubmit={submit}>
        <input
          aria-label="Reply to the story"
          placeholder="Reply to the story…"
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="text-button">
          Send
        </button>
      </form>
    </>
  );
}
