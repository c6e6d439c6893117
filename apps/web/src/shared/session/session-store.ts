import { create } from 'zustand';

export type Session = { userId: string; email: string; token: string };

export type SessionState = {
  status: 'unknown' | 'signedIn' | 'signedOut';
  /** Why the person has to sign in, when it was not their own wish. */
  reason: 'expired' | null;
  userId: string | null;
  email: string | null;
  /** Access token; lives in memory only. */
  token: string | null;
  signIn: (session: Session) => void;
  signOut: (reason?: 'expired') => void;
};

/** Who is signed in. The refresh cookie, which no script can read, brings it back after a reload. */
export const useSession = create<SessionState>()((set) => ({
  status: 'unknown',
  reason: null,
  userId: null,
  email: null,
  token: null,
  signIn: ({ userId, email, token }) => set({ status: 'signedIn', reason: null, userId, email, token }),
  signOut: (reason) =>
    set({ status: 'signedOut', reason: reason ?? null, userId: null, email: null, token: null }),
}));
