import { createHmac, hkdfSync } from 'node:crypto';
import { constantTimeEqual } from '@instaflow/platform';

export type LinkedFile = { id: string; fileName: string };

/** Addresses of media that work without a login, because only this program can sign them. */
export type MediaLinks = {
  /** The address of a file until `expiresAt` (epoch milliseconds). The same input gives the same address. */
  sign(file: LinkedFile, expiresAt: number): string;
  /** Whether an address was signed here and still holds. `expires` in epoch seconds, as the address has it. */
  isValid(link: { id: string; expires: string; signature: string; now: number }): boolean;
};

/** Path below the origin under which media is served. */
export const mediaPath = '/media';

/** `secret`: of the installation; the key of signatures is derived from it, so that neither can stand in for the other. */
export function createMediaLinks({ publicUrl, secret }: { publicUrl: string; secret: string }): MediaLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'instaflow media links', 32));
  const signatureOf = (id: string, expires: string) =>
    createHmac('sha256', key).update(`${id}\n${expires}`).digest('base64url');
  return {
    sign: ({ id, fileName }, expiresAt) => {
      const expires = String(Math.floor(expiresAt / 1000));
      const query = new URLSearchParams({ expires, signature: signatureOf(id, expires) });
      return `${publicUrl}${mediaPath}/${id}/${encodeURIComponent(fileName)}?${query.toString()}`;
    },
    isValid: ({ id, expires, signature, now }) =>
      constantTimeEqual(signature, signatureOf(id, expires)) &&
      /^\d{1,12}$/.test(expires) &&
      Number(expires) * 1000 > now,
  };
}
