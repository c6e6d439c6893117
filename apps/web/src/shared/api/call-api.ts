import type { EndpointName } from '@instaflow/contracts';
import { getFreshToken, refreshSession } from '../session/refresh-session';
import { useSession } from '../session/session-store';
import { ApiError } from './api-error';
import { apiRoutes } from './api-routes';
import type { ApiInput, ApiOutput } from './api-types';
import { buildRequest, type LooseInput } from './build-request';
import { sendRequest } from './send-request';

export type CallOptions = { signal?: AbortSignal; idempotencyKey?: string };

const anonymousCalls: ReadonlySet<EndpointName> = new Set([
  'login',
  'register',
  'refresh',
  'logout',
  'getSystemInfo',
]);

/**
 * Calls one endpoint of the contracts by name. An access token that ran out is renewed once and the call
 * repeated; when it cannot be renewed the session ends. Throws `ApiError`.
 */
export async function callApi<Name extends EndpointName>(
  name: Name,
  input: ApiInput<Name>,
  options: CallOptions = {},
): Promise<ApiOutput<Name>> {
  // ApiInput is LooseInput with exact fields; TypeScript cannot see that for an open `Name`.
  const request = buildRequest(apiRoutes[name], input as LooseInput);
  const send = (token: string | null) => sendRequest(request, { ...options, token });
  // The server answers by the same contract, so the type of the answer is trusted instead of parsed again.
  const trusted = (answer: unknown) => answer as ApiOutput<Name>;

  if (anonymousCalls.has(name)) return trusted(await send(null));
  const token = await getFreshToken();
  try {
    return trusted(await send(token));
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const current = useSession.getState().token;
    const renewed = current !== null && current !== token ? current : await refreshSession();
    if (renewed === null) throw error;
    return trusted(await send(renewed));
  }
}
