import { ApiError } from './api-error';

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page, for instance: treated like an answer without a body.
    return null;
  }
};

const textOf = (body: unknown, key: string): string | null => {
  if (typeof body !== 'object' || body === null) return null;
  const value: unknown = Reflect.get(body, key);
  return typeof value === 'string' ? value : null;
};

/** The JSON of a successful answer; otherwise throws the `ApiError` the answer describes. */
export async function parseAnswer(response: Response): Promise<unknown> {
  const body = await readJson(response);
  if (response.ok) return body;
  const retryAfter = Number(response.headers.get('retry-after'));
  throw new ApiError({
    status: response.status,
    code: textOf(body, 'code') ?? `http_${response.status}`,
    message: textOf(body, 'message') ?? response.statusText,
    details: typeof body === 'object' && body !== null ? Reflect.get(body, 'details') : undefined,
    requestId: response.headers.get('x-request-id') ?? textOf(body, 'requestId'),
    retryAfterMs: retryAfter > 0 ? retryAfter * 1_000 : null,
  });
}
