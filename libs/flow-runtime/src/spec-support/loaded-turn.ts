import type { LoadedEvent, LoadedTurn } from '@instaflow/db';

/** A contact as loaded, with nothing to do. */
export const loadedTurn = (changes: Partial<LoadedTurn> = {}): LoadedTurn => ({
  contactId: 'c1',
  workspaceId: 'w1',
  accountId: 'a1',
  conversationId: 'v1',
  version: 3,
  seq: 7,
  attempts: 0,
  revision: 1,
  instagramUserId: '100',
  username: null,
  firstName: null,
  lastName: null,
  profilePictureUrl: null,
  isFollower: null,
  tags: [],
  customAttributes: {},
  optedOut: false,
  triggerHistory: {},
  isFirstContact: false,
  profileTarget: null,
  status: 'open',
  automationPausedUntil: null,
  lastAutomatedAt: null,
  lastDefaultReplyAt: null,
  lastUserMessageAt: null,
  run: null,
  outcome: null,
  events: [],
  ...changes,
});

export const loadedEvent = (id: string, kind: string, event: object, at = 1_000): LoadedEvent => ({
  id,
  dedupeKey: `key:${id}`,
  kind,
  at,
  receivedAt: at,
  messageId: id,
  event,
});
