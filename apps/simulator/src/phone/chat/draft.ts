import type { Message } from '../data/types';

/** What the composer is about: an answer to a message, or new words for an own one. */
export type Draft = { kind: 'answer' | 'edit'; message: Message };
