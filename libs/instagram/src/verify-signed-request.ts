import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from './json/parse-json';

export type SignedRequest =
  | {
      ok: true;
      /** Scoped to the app: the id of `getMe` and of the code exchange, not the one of webhooks. */
      userId: string;
      /** Epoch milliseconds; null when Meta names none. */
      issuedAt: number | null;
      expiresAt: number | null;
      matchedSecretIndex: number;
    }
  | { ok: false; reason: 'malformed' | 'wrong_signature' | 'wrong_algorithm' };

const shape = /^([\w-]{43})=?\.([\w-]{1,8000}={0,2})$/;
const seconds = z.coerce.number().int().positive().nullish().catch(null);
const payloadSchema = z.object({
  user_id: z.union([z.string(), z.number().int().transform(String)]).pipe(z.string().regex(/^\d{1,32}$/)),
  algorithm: z.string(),
  issued_at: seconds,
  expires: seconds,
});

/**
 * Checks and reads the `signed_request` with which Meta tells that an account removed the app or wants its data deleted:
 * base64url signature, dot, base64url payload; HMAC-SHA256 over the payload as it is encoded, in constant time, against
 * each secret. Meta repeats such calls, so an old `issuedAt` is no refusal. No secrets: never ok.
 */
export const verifySignedRequest = ({
  signedRequest,
  secrets,
}: {
  signedRequest: unknown;
  secrets: readonly string[];
}): SignedRequest => {
  const match = typeof signedRequest === 'string' ? shape.exec(signedRequest) : null;
  const [, signature, payload] = match ?? [];
  if (signature === undefined || payload === undefined) return { ok: false, reason: 'malformed' };
  const matchedSecretIndex = findSecret({ signature, payload, secrets });
  if (matchedSecretIndex < 0) return { ok: false, reason: 'wrong_signature' };
  const parsed = payloadSchema.safeParse(readPayload(payload));
  if (!parsed.success) return { ok: false, reason: 'malformed' };
  const { user_id: userId, algorithm, issued_at: issuedAt, expires } = parsed.data;
  if (algorithm.toUpperCase() !== 'HMAC-SHA256') return { ok: false, reason: 'wrong_algorithm' };
  return { ok: true, userId, issuedAt: toMs(issuedAt), expiresAt: toMs(expires), matchedSecretIndex };
};

const toMs = (value: number | null | undefined): number | null => (value ? value * 1000 : null);

const findSecret = ({
  signature,
  payload,
  secrets,
}: {
  signature: string;
  payload: string;
  secrets: readonly string[];
}): number => {
  const given = Buffer.from(signature, 'base64url');
  let matched = -1;
  // Every secret is tried, so that the time taken does not tell which one matched.
  secrets.forEach((secret, index) => {
    const expected = createHmac('sha256', secret).update(payload).digest();
    const isEqual = given.length === expected.length && timingSafeEqual(expected, given);
    if (isEqual && secret !== '' && matched < 0) matched = index;
  });
  return matched;
};

const readPayload = (payload: string): unknown => {
  try {
    return parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    // No JSON: the schema refuses it.
    return null;
  }
};
