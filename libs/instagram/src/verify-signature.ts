import { createHmac, timingSafeEqual } from 'node:crypto';

export type SignatureCheck =
  { ok: true; matchedSecretIndex: number } | { ok: false; matchedSecretIndex: null };

const pattern = /^sha256=([0-9a-f]{64})$/i;

/**
 * Checks `X-Hub-Signature-256` over the bytes as they arrived (never over re-serialised JSON) against each secret,
 * in constant time. A missing, short, long or non-hex header is simply not ok. `matchedSecretIndex` tells which of
 * the configured secrets Meta uses; no secrets means not ok.
 */
export const verifySignature = ({
  rawBody,
  header,
  secrets,
}: {
  rawBody: Uint8Array;
  header: string | undefined;
  secrets: readonly string[];
}): SignatureCheck => {
  const hex = pattern.exec(header ?? '')?.[1];
  if (hex === undefined) return { ok: false, matchedSecretIndex: null };
  const given = Buffer.from(hex, 'hex');
  let matched = -1;
  // Every secret is tried, so that the time taken does not tell which one matched.
  secrets.forEach((secret, index) => {
    const expected = createHmac('sha256', secret).update(rawBody).digest();
    if (timingSafeEqual(expected, given) && secret !== '' && matched < 0) matched = index;
  });
  return matched < 0 ? { ok: false, matchedSecretIndex: null } : { ok: true, matchedSecretIndex: matched };
};
