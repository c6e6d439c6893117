import { useEffect } from 'react';
import type { ShownThread } from '../data/types';
import type { ThreadActions } from './use-thread-actions';

/** A phone on the table does not read: messages count as seen while the page is visible, requests never. */
export function useReadReceipts(thread: ShownThread | null, actions: ThreadActions): void {
  const unread = thread?.messages.findLast((message) => message.direction === 'out' && !message.isSeen)?.mid;
  const isRequest = thread?.folder === 'requests';
  const { read } = actions;
  useEffect(() => {
    if (!unread || isRequest) return undefined;
    const readNow = (): void => {
      if (document.visibilityState === 'visible') read();
    };
    readNow();
    document.addEventListener('visibilitychange', readNow);
    return () => document.removeEventListener('visibilitychange', readNow);
  }, [unread, isRequest, read]);
}
