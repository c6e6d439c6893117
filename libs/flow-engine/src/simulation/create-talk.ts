import type { ContactSnapshot } from '../contact-snapshot';
import type { ConversationSnapshot } from '../turn';
import type { Talk } from './talk';

/**
 * A talk in which nothing has happened yet. `now` is epoch milliseconds. `conversation` says what is known of the
 * contact already: somebody never met, without a window, when nothing is said.
 */
export function createTalk({
  now,
  contact,
  conversation = {},
}: {
  now: number;
  contact: ContactSnapshot;
  conversation?: Partial<ConversationSnapshot>;
}): Talk {
  return {
    now,
    contact,
    conversation: { ...unknownConversation, ...conversation },
    run: null,
    nextWakeAt: null,
    triggerHistory: {},
    pending: [],
    results: [],
    lines: [],
    turns: [],
    moves: 0,
    ids: 0,
  };
}

const unknownConversation: ConversationSnapshot = {
  status: 'open',
  automationPausedUntil: null,
  lastAutomatedAt: null,
  lastDefaultReplyAt: null,
  isFirstContact: true,
  windowExpiresAt: null,
  privateRepliedCommentIds: [],
};
