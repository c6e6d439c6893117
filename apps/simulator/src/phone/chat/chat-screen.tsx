import { useEffect, useState } from 'react';
import { personPath } from '../data/control';
import { useResource } from '../data/use-resource';
import type { Chat, ShownThread } from '../data/types';
import { Notice } from '../parts/notice';
import { ChatHeader } from './chat-header';
import { Composer } from './composer';
import type { Draft } from './draft';
import { EmptyThread } from './empty-thread';
import { MessageList } from './message-list';
import { QuickReplies } from './quick-replies';
import { RequestBar } from './request-bar';
import { useThreadActions } from './use-thread-actions';
import { useReadReceipts } from './use-read-receipts';

/** The direct-message screen, as the customer sees it. */
export function ChatScreen({ chat }: { chat: Chat }) {
  const { account, person } = chat;
  const path = `/accounts/${account.userId}/threads/${person.igsid}`;
  const thread = useResource<ShownThread>(
    path,
    ({ kind, igsid }) =>
      kind === 'clock' || ((kind === 'thread' || kind === 'person') && igsid === person.igsid),
  );
  const actions = useThreadActions(personPath(account.userId, person.igsid));
  const [draft, setDraft] = useState<Draft | null>();
  const shown = thread.value;
  useTypingEnd(shown, thread.reload);
  useReadReceipts(shown, actions);

  if (thread.error && !shown) return <Notice message={thread.error} onRetry={thread.reload} />;
  if (!shown) return <p className="quiet centered">Loading …</p>;
  const isRequest = shown.folder === 'requests';
  return (
    <>
      <ChatHeader account={account} person={person} onFollow={actions.follow} />
      {shown.messages.length === 0 ? (
        <EmptyThread
          account={account}
          pendingRef={shown.person?.pendingReferral?.['ref']}
          onTap={(payload) => actions.tap({ kind: 'ice_breaker', payload })}
        />
      ) : (
        <MessageList thread={shown} account={account} actions={actions} onDraft={setDraft} />
      )}
      {actions.error && <Notice message={actions.error} onRetry={actions.clearError} />}
      {isRequest ? (
        <RequestBar username={account.username} onAccept={actions.accept} />
      ) : (
        <>
          <QuickReplies messages={shown.messages} onTap={actions.tap} />
          <Composer
            key={draft ? `${draft.kind}/${draft.message.mid}` : 'new'}
            account={account}
            actions={actions}
            draft={draft ?? null}
            takesFocus={draft !== undefined}
            onDraftDone={() => setDraft(null)}
          />
        </>
      )}
    </>
  );
}

/** "Typing" goes out by itself when nothing follows. */
function useTypingEnd(thread: ShownThread | null, reload: () => void): void {
  const isTyping = thread?.isTyping ?? false;
  const restMs = thread ? thread.typingUntil - thread.now : 0;
  useEffect(() => {
    if (!isTyping) return undefined;
    const timer = window.setTimeout(reload, restMs + 50);
    return () => window.clearTimeout(timer);
  }, [isTyping, restMs, reload]);
}
