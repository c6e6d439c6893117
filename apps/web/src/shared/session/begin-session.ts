import { queryClient } from '../api/query-client';
import { setSessionHint } from './session-hint';
import { useSession, type Session } from './session-store';

/** Takes over the session a login or registration answered. */
export function beginSession(session: Session): void {
  queryClient.clear();
  setSessionHint(true);
  useSession.getState().signIn(session);
}
