import { cx } from '@instaflow/ui';
import { useState, type ReactNode } from 'react';
import { HoldBar } from '../breakpoints/hold-bar';
import { usePhone } from '../state/use-phone';
import { ChatHeader } from './chat-header';
import { ClockBar } from './clock-bar';
import { Composer } from './composer';
import { DraftErrors } from './draft-errors';
import { EmptyChat } from './empty-chat';
import { findQuickReplies } from './find-quick-replies';
import { MessageLog } from './message-log';
import { QuickReplies } from './quick-replies';
import { RequestBar } from './request-bar';
import { TurnNote } from './turn-note';
import { useShownLines } from './use-shown-lines';
import type { SayKind } from './say-kinds';

/** The phone itself: the conversation as the person sees it, and the clock it goes by. */
export function ChatScreen({ className, empty }: { className?: string; empty?: ReactNode }) {
  const lines = usePhone(({ talk }) => talk.lines);
  const isHeld = usePhone(({ hold }) => hold !== null);
  const shown = useShownLines(lines);
  const [kind, setKind] = useState<SayKind>('text');
  const isTyping = shown < lines.length;
  return (
    <section className={cx('flex min-h-0 min-w-0 flex-col', className)}>
      <ChatHeader />
      <DraftErrors />
      <RequestBar />
      {lines.length === 0 ? (
        (empty ?? <EmptyChat onChoose={setKind} />)
      ) : (
        <MessageLog lines={lines.slice(0, shown)} isTyping={isTyping} />
      )}
      {isHeld ? (
        <HoldBar />
      ) : (
        <>
          {!isTyping && <TurnNote />}
          {!isTyping && <QuickReplies replies={findQuickReplies(lines)} />}
          <Composer kind={kind} onKind={setKind} />
          <ClockBar />
        </>
      )}
    </section>
  );
}
