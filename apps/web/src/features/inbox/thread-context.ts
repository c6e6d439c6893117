import { createContext, use } from 'react';

export type ThreadContextValue = {
  conversationId: string;
  contactName: string;
  /** Whether one may answer, by role and by Instagram's window. */
  canAnswer: boolean;
  /** Accounts connected through Facebook can only react with a heart. */
  hasHeartOnly: boolean;
};

export const ThreadContext = createContext<ThreadContextValue>({
  conversationId: '',
  contactName: '',
  canAnswer: false,
  hasHeartOnly: false,
});

/** What every message of the thread has to know. */
export const useThread = (): ThreadContextValue => use(ThreadContext);
