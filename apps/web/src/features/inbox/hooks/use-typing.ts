import { useRef } from 'react';
import { callApi } from '../../../shared/api/call-api';

/** Instagram shows the dots for some 20 seconds. */
const repeatMs = 15_000;

/** Tells the person that somebody is typing, no more often than the dots need. */
export function useTyping(conversationId: string): () => void {
  const toldAtMs = useRef(0);
  return () => {
    const now = Date.now();
    if (now - toldAtMs.current < repeatMs) return;
    toldAtMs.current = now;
    // Nobody has to know that the dots were not shown; the message itself tells what is wrong.
    callApi('sendConversationAction', {
      params: { id: conversationId },
      body: { action: 'typing_on' },
    }).catch(() => undefined);
  };
}
