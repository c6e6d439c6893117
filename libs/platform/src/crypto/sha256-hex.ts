import { createHash } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits. For random tokens and keys at rest, not for passwords. */
export function sha256Hex(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}
