import { createHash } from 'node:crypto';

/** How the token of a link is kept: it is random and long, so a plain hash says nothing about it. */
export function hashShareToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
