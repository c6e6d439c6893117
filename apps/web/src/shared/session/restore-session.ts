import { refreshSession } from './refresh-session';
import { hasSessionHint } from './session-hint';
import { useSession } from './session-store';

/** Brings the session back when the app starts. Throws `ApiError` when the server cannot be reached. */
export async function restoreSession(): Promise<void> {
  if (useSession.getState().status !== 'unknown') return;
  if (hasSessionHint()) await refreshSession();
  else useSession.getState().signOut();
}
