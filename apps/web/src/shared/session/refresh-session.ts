import { ApiError } from '../api/api-error';
import { apiRoutes } from '../api/api-routes';
import type { ApiOutput } from '../api/api-types';
import { buildRequest } from '../api/build-request';
import { sendRequest } from '../api/send-request';
import { setSessionHint } from './session-hint';
import { useSession } from './session-store';
import { tokenExpiryMs } from './token-expiry';

const renewBeforeMs = 30_000;
let inFlight: Promise<string | null> | null = null;

/**
 * Renews the access token by the refresh cookie; several callers share one request. Null when the session is
 * over (it is then signed out). Throws `ApiError` when the server cannot be reached: the session stays.
 */
export function refreshSession(): Promise<string | null> {
  inFlight ??= renew().finally(() => {
    inFlight = null;
  });
  return inFlight;
}

async function renew(): Promise<string | null> {
  const { status, signIn, signOut } = useSession.getState();
  try {
    const session = await sendRequest<ApiOutput<'refresh'>>(buildRequest(apiRoutes.refresh, {}));
    signIn(session);
    setSessionHint(true);
    return session.token;
  } catch (error) {
    if (!(error instanceof ApiError) || error.isTemporary) throw error;
    setSessionHint(false);
    signOut(status === 'signedIn' ? 'expired' : undefined);
    return null;
  }
}

/** The access token, renewed beforehand when it is about to run out. */
export async function getFreshToken(): Promise<string | null> {
  const { token } = useSession.getState();
  if (token === null) return null;
  const expiresAt = tokenExpiryMs(token);
  return expiresAt !== null && expiresAt - Date.now() < renewBeforeMs ? refreshSession() : token;
}
