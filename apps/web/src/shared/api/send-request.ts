import { ApiError } from './api-error';
import type { RequestParts } from './build-request';
import { parseAnswer } from './parse-answer';

export type SendOptions = { token?: string | null; signal?: AbortSignal; idempotencyKey?: string };

/**
 * One HTTP request. The type of the answer is trusted instead of parsed: the server answers by the contract this
 * app is built with, and the schemas would weigh more than the rest of the shell. Throws `ApiError`, also when no answer came; an abort is
 * thrown as it is.
 */
export async function sendRequest<Answer>(request: RequestParts, options: SendOptions = {}): Promise<Answer> {
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
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return (await parseAnswer(response)) as Answer;
}
