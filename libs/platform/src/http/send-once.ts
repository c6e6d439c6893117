import type { Dispatcher } from 'undici';
import { openCheckedClient } from './open-checked-client';
import { RequestFailure } from './request-failure';
import type { AddressPolicy } from './resolve-target';

export type OutgoingRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: URL;
  headers: Record<string, string>;
  body: string | null;
};

export type RawAnswer = {
  status: number;
  location: string | null;
  contentType: string | null;
  retryAfter: string | null;
  body: Buffer;
};

/** One exchange without redirects, on a connection of its own. Throws. */
export async function sendOnce(
  { url, method, headers, body }: OutgoingRequest,
  policy: AddressPolicy & { timeoutMs: number; maxBytes: number; signal: AbortSignal },
): Promise<RawAnswer> {
  const { timeoutMs, maxBytes, signal } = policy;
  const client = openCheckedClient(url.origin, policy);
  try {
    const answer = await client.request({
      path: `${url.pathname}${url.search}`,
      method,
      headers,
      body,
      signal,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    return {
      status: answer.statusCode,
      location: headerOf(answer, 'location'),
      contentType: headerOf(answer, 'content-type'),
      retryAfter: headerOf(answer, 'retry-after'),
      body: await readBody(answer, maxBytes),
    };
  } finally {
    await client.destroy();
  }
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

async function readBody({ body }: Dispatcher.ResponseData, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > maxBytes) throw new RequestFailure('too_large', `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
