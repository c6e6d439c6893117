import { ApiError } from './api-error';
import type { RequestParts } from './build-request';
import { parseAnswer } from './parse-answer';

export type SendOptions = { token?: string | null; signal?: AbortSignal; idempotencyKey?: string };

/** One HTTP request. Throws `ApiError`, also when no answer came; an abort is thrown as it is. */
export async function sendRequest(request: RequestParts, options: SendOptions = {}): Promise<unknown> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (request.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.token) headers['Authorization'] = `Bearer ${options.token}`;
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  const response = await fetch(request.url, {
    method: request.method,
    body: request.body,
    headers,
    signal: options.signal,
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    throw new ApiError({ status: 0, code: 'network_error', message: 'No answer from the server' });
  });
  return parseAnswer(response);
}
