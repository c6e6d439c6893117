import { callApi } from '../api/call-api';
import { queryClient } from '../api/query-client';
import { setSessionHint } from './session-hint';
import { useSession } from './session-store';

/** Signs out here at once and at the server as soon as it answers; everything read is forgotten. */
export async function endSession(): Promise<void> {
  setSessionHint(false);
  useSession.getState().signOut();
  queryClient.clear();
  await callApi('logout', {}).catch(() => undefined);
}
