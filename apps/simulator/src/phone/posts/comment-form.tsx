import { useState, type FormEvent } from 'react';
import { control } from '../data/control';
import type { Chat, Comment, Post } from '../data/types';
import { Notice } from '../parts/notice';
import { useAction } from '../parts/use-action';

type Props = { post: Post; chat: Chat; parent: Comment | null; onDone: () => void };

export function CommentForm({ post, chat, parent, onDone }: Props) {
  const { account, person } = chat;
  const [text, setText] = useState('');
  const action = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    const body = { mediaId: post.id, igsid: person.igsid, text, ...(parent ? { parentId: parent.id } : {}) };
    void action
      .run(() => control('POST', `/accounts/${account.userId}/comments`, body))
      .then((isDone) => {
        if (!isDone) return;
        setText('');
        onDone();
      });
  };
  return (
    <>
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
    </>
  );
}
