// What a spec reads out of answers is checked by its expectations, so answers stay loosely typed.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export type Answer = { status: number; body: Json; headers: Headers };

/** One HTTP call: objects go out as JSON, text as a form; JSON answers come back parsed. */
export async function callJson(
  method: string,
  url: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { body, headers = {} } = options;
  const content: [string, string] | null =
    body === undefined
      ? null
      : typeof body === 'string'
        ? ['application/x-www-form-urlencoded', body]
        : ['application/json', JSON.stringify(body)];
  const response = await fetch(url, {
    method,
    body: content?.[1],
    headers: content ? { 'content-type': content[0], ...headers } : headers,
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const parsed: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, body: parsed, headers: response.headers };
}
