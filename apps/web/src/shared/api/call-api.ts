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
  'getDataDeletion',
  'getSharedFlow',
]);

/**
 * Calls one endpoint of the contracts by name. An access token that ran out is renewed once and the call
 * repeated; when it cannot be renewed the session ends. Throws `ApiError`.
 */
export async function callApi<Name extends EndpointName>(
  name: Name,
  input: ApiInput<Name> & LooseInput,
  options: CallOptions = {},
): Promise<ApiOutput<Name>> {
  const request = buildRequest(apiRoutes[name], input);
  const send = (token: string | null) => sendRequest<ApiOutput<Name>>(request, { ...options, token });

  if (anonymousCalls.has(name)) return send(null);
  const token = await getFreshToken();
  try {
    return await send(token);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const current = useSession.getState().token;
    const renewed = current !== null && current !== token ? current : await refreshSession();
    if (renewed === null) throw error;
    return send(renewed);
  }
}
