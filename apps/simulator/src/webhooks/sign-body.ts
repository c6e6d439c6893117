import { createHmac } from 'node:crypto';

/** The signature headers of a delivery, computed over the exact bytes that are sent. */
export function signBody(options: {
  body: string | Buffer;
  secret: string;
  isLegacyToo: boolean;
}): Record<string, string> {
  const { body, secret, isLegacyToo } = options;
  const headers: Record<string, string> = {
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  if (isLegacyToo)
    headers['x-hub-signature'] = `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`;
  return headers;
}
