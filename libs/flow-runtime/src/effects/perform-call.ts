import type { ClaimedEffect } from '@instaflow/db';
import {
  httpRequestSchema,
  resultOfFailure,
  resultOfResponse,
  savedPathsSchema,
  type EffectResult,
} from '@instaflow/flow-engine';
import { callLimits } from '@instaflow/flow-model';
import type { OutboundClient } from '@instaflow/platform';
import { z } from 'zod';

const callSchema = z.object({ request: httpRequestSchema, save: savedPathsSchema });

export type PerformedCall =
  | { kind: 'stopped' }
  | {
      kind: 'performed';
      result: EffectResult;
      mayRetry: boolean;
      /** How long the other side wants to be left alone; null when it did not say. */
      retryAfterMs?: number | null;
      detail: string | null;
    };

/**
 * Makes the call of an effect once. The other program sees the effect's key as `Idempotency-Key`: the same in every
 * attempt, and in no other call. `mayRetry`: another attempt could go better, and the node allows one more.
 */
export const performCall = async (
  { key, request: stored, failures }: ClaimedEffect,
  { http, signal }: { http: OutboundClient; signal: AbortSignal },
): Promise<PerformedCall> => {
  const { request, save } = callSchema.parse(stored);
  const hasRetryLeft = failures < request.retries;
  const answer = await http({
    method: request.method,
    url: request.url,
    headers: { ...request.headers, 'idempotency-key': toHeader(key) },
    body: request.body,
    timeoutMs: request.timeoutMs,
    maxBytes: callLimits.responseBytes,
    signal,
  });
  if (answer.ok) {
    const { status, retryAfterMs } = answer;
    const result = resultOfResponse({ key, save }, { status, body: answer.body.toString('utf8') });
    return {
      kind: 'performed',
      result,
      mayRetry: hasRetryLeft && (status === 429 || status >= 500),
      retryAfterMs,
      detail: null,
    };
  }
  const { reason, detail } = answer;
  if (reason === 'aborted') return { kind: 'stopped' };
  const mayRetry = hasRetryLeft && (reason === 'network' || reason === 'timeout');
  return { kind: 'performed', result: resultOfFailure(key, reason), mayRetry, detail };
};

/** Node ids are free text, headers are not. */
const toHeader = (key: string): string => key.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
