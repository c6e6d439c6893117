import { Fragment, useEffect, useRef } from 'react';
import { formatDay } from '../data/format';
import type { ShownAccount, ShownThread } from '../data/types';
import { Avatar } from '../parts/avatar';
import type { Draft } from './draft';
import { MessageRow } from './message-row';
import type { ThreadActions } from './use-thread-actions';

const newBlockAfterMs = 3_600_000;

type Props = {
  thread: ShownThread;
  account: ShownAccount;
  actions: ThreadActions;
  onDraft: (draft: Draft) => void;
};

export function MessageList({ thread, account, actions, onDraft }: Props) {
  const { messages } = thread;
  const list = useRef<HTMLDivElement>(null);
  const lastMid = messages.at(-1)?.mid;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lastMid, thread.isTyping]);
  const last = messages.at(-1);
  const isSeen = last?.direction === 'in' && thread.seenByBusinessAt >= last.at;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard, so it has to take the focus
    <div ref={list} className="messages" role="log" aria-live="polite" aria-label="Messages" tabIndex={0}>
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const startsBlock = !before || message.at - before.at > newBlockAfterMs;
        return (
          <Fragment key={message.mid}>
            {startsBlock && <p className="date-separator">{formatDay(message.at, thread.now)}</p>}
            <MessageRow
              message={message}
              answered={messages.find(({ mid }) => mid === message.replyToMid)}
              account={account}
              isLastOfRun={messages[index + 1]?.direction !== message.direction}
              actions={actions}
              onDraft={onDraft}
            />
          </Fragment>
        );
      })}
      {isSeen && <p className="seen">Seen</p>}
      {thread.isTyping && (
        <div className="row row-out" data-testid="typing">
          <Avatar id={account.userId} />
          <div className="bubble typing" role="img" aria-label={`${account.name} is typing`}>
            <i />
            <i />
            <i />
          </div>
        </div>
      )}
    </div>
  );
}
