import { followRedirects } from './follow-redirects';
import { parseRetryAfter } from './parse-retry-after';
import { parseTarget } from './parse-target';
import { toRequestFailure, type RequestFailureReason } from './request-failure';
import type { AddressPolicy } from './resolve-target';
import type { OutgoingRequest } from './send-once';

export type OutboundRequest = Omit<OutgoingRequest, 'url'> & {
  url: string;
  /** For everything together: name, redirects, answer. */
  timeoutMs: number;
  maxBytes: number;
  /** Redirects followed at most; default 3. */
  maxRedirects?: number;
  signal?: AbortSignal;
};

export type OutboundAnswer =
  | {
      ok: true;
      status: number;
      contentType: string | null;
      /** How long the other side asks us to stay away; null when it does not say. */
      retryAfterMs: number | null;
      body: Buffer;
    }
  | { ok: false; reason: RequestFailureReason; detail: string };

export type OutboundClient = (request: OutboundRequest) => Promise<OutboundAnswer>;

/**
 * The one way to addresses that users give us. It resolves the name, refuses every address that is not public, connects
 * to the checked address, checks every redirect again, takes http and https without credentials only, and bounds
 * time and size. Never rejects. An answer of any status is `ok`; a compressed one is not asked for and not unpacked.
 */
export function createOutboundClient(policy: AddressPolicy = {}): OutboundClient {
  return async ({ url, timeoutMs, maxBytes, maxRedirects = 3, signal, ...request }) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const either = signal ? AbortSignal.any([deadline, signal]) : deadline;
    try {
      const target = { ...request, url: parseTarget(url) };
      const limits = { ...policy, timeoutMs, maxBytes, maxRedirects, signal: either };
      const { status, contentType, retryAfter, body } = await followRedirects(target, limits);
      return { ok: true, status, contentType, retryAfterMs: parseRetryAfter(retryAfter, Date.now()), body };
    } catch (error) {
      if (signal?.aborted) return { ok: false, reason: 'aborted', detail: 'stopped by the caller' };
      if (deadline.aborted) return { ok: false, reason: 'timeout', detail: `${timeoutMs} ms` };
      const { reason, detail } = toRequestFailure(error);
      return { ok: false, reason, detail };
    }
  };
}
