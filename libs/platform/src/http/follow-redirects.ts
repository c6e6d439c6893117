import { parseTarget } from './parse-target';
import { RequestFailure } from './request-failure';
import type { AddressPolicy } from './resolve-target';
import { sendOnce, type OutgoingRequest, type RawAnswer } from './send-once';

const redirects = new Set([301, 302, 303, 307, 308]);

/** What every origin may see; anything else a caller sets may be a key meant for one origin only. */
const harmless = new Set(['accept', 'content-type', 'idempotency-key', 'user-agent']);

type Limits = AddressPolicy & {
  timeoutMs: number;
  maxBytes: number;
  maxRedirects: number;
  signal: AbortSignal;
};

/** Sends a request and follows where the answers lead, each address checked like the first. Throws. */
export async function followRedirects(first: OutgoingRequest, limits: Limits): Promise<RawAnswer> {
  let request = withOwnHeaders(first);
  for (let count = 0; ; count += 1) {
    const answer = await sendOnce(request, limits);
    if (!redirects.has(answer.status) || answer.location === null) return answer;
    if (count >= limits.maxRedirects) throw new RequestFailure('too_many_redirects', `${count}`);
    request = redirect(request, answer.status, parseTarget(answer.location, request.url));
  }
}

function withOwnHeaders(request: OutgoingRequest): OutgoingRequest {
  const own = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ]);
  // A compressed answer would have to be unpacked, and a small one can unpack to gigabytes.
  const fixed = { 'accept-encoding': 'identity' };
  return {
    ...request,
    headers: { 'user-agent': 'InstaFlow', accept: '*/*', ...Object.fromEntries(own), ...fixed },
  };
}

function redirect(request: OutgoingRequest, status: number, url: URL): OutgoingRequest {
  if (request.url.protocol === 'https:' && url.protocol === 'http:') {
    throw new RequestFailure('invalid_url', 'redirect from https to http');
  }
  const becomesGet = status === 303 || (status < 303 && request.method === 'POST');
  const isSameOrigin = url.origin === request.url.origin;
  const kept = Object.entries(request.headers).filter(
    ([name]) =>
      (isSameOrigin || name === 'accept-encoding' || harmless.has(name)) &&
      !(becomesGet && name === 'content-type'),
  );
  return {
    url,
    method: becomesGet ? 'GET' : request.method,
    headers: Object.fromEntries(kept),
    body: becomesGet ? null : request.body,
  };
}
