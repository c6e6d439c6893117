export type JsonAnswer = { status: number; body: unknown };

/** One HTTP call with JSON on both sides; null when there was no answer. */
export async function callJson(
  url: string,
  options: {
    method?: string;
    body?: unknown;
    headers?: Record<string, string>;
    timeoutMs?: number;
  } = {},
): Promise<JsonAnswer | null> {
  const { method = 'GET', body, headers = {}, timeoutMs = 8_000 } = options;
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    return { status: answer.status, body: readJson(text) };
  } catch {
    // Refused, cut off or too slow: all mean that nobody answered.
    return null;
  }
}

function readJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    // An error page of something in between.
    return text;
  }
}
