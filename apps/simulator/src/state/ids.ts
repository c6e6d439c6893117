import { randomBytes, randomInt } from 'node:crypto';

export type Ids = ReturnType<typeof createIds>;

/** Ids in the shapes Instagram uses: digit strings beyond 2^53 and long opaque base64-like message ids. */
export function createIds() {
  return {
    instagramAccount: () => `17841${digits(12)}`,
    appScopedUser: () => `2${digits(16)}`,
    page: () => `1${digits(14)}`,
    igsid: () => `${randomInt(1, 10)}${digits(randomInt(14, 17))}`,
    media: () => `180${digits(14)}`,
    comment: () => `179${digits(14)}`,
    message: () => `aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOj${opaque(93)}ZDZD`,
    conversation: () => `aWdfZAG06MTpJR01lc3NhZA2VUaHJlYWQ6${opaque(48)}ZD`,
    attachment: () => `1${digits(15)}`,
    token: () => `IGAA${randomBytes(96).toString('base64url').replace(/[-_]/g, 'Z')}ZD`,
    code: () => `AQ${randomBytes(48).toString('base64url')}`,
    trace: () => `A${randomBytes(8).toString('base64url').replace(/[-_]/g, 'x')}`,
    short: () => randomBytes(6).toString('hex'),
  };
}

function digits(count: number): string {
  let text = '';
  while (text.length < count) text += String(randomInt(0, 1_000_000_000)).padStart(9, '0');
  return text.slice(0, count);
}

/** `byteCount` must be a multiple of three, so that no padding appears in the middle of an id. */
function opaque(byteCount: number): string {
  return randomBytes(byteCount).toString('base64url').replace(/[-_]/g, 'Z');
}
