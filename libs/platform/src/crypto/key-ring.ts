import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AppError } from '../errors/app-error';

/**
 * Encrypts secrets at rest. `rowIdentity` (such as `instagram_account:<id>:access_token`) is bound into
 * the result: a value copied to another row does not open.
 */
export type KeyRing = {
  /** Encrypts with the first key and a fresh nonce. */
  seal(plainText: string, rowIdentity: string): string;
  /** Decrypts with whichever key sealed it. Fails closed: AppError `unknown_encryption_key` or `unreadable_secret`. */
  open(sealed: string, rowIdentity: string): string;
  /** Whether the value was sealed with a key other than the first and should be sealed again. */
  needsReseal(sealed: string): boolean;
};

/** `keys`: at least one key of 32 bytes; the first encrypts, all decrypt. Format: `v1.<key id>.<nonce>.<tag>.<ciphertext>`. */
export function createKeyRing(keys: readonly Uint8Array[]): KeyRing {
  const ring = keys.map((key) => ({ id: keyId(key), key }));
  const [first] = ring;
  if (first === undefined || ring.some(({ key }) => key.length !== 32)) {
    throw new AppError({
      code: 'invalid_encryption_key',
      kind: 'unexpected',
      message: 'Encryption needs at least one key, each of 32 bytes.',
    });
  }
  return {
    seal: (plainText, rowIdentity) => seal({ plainText, rowIdentity, ...first }),
    open: (sealed, rowIdentity) => {
      const parts = parseSealed(sealed);
      const entry = ring.find(({ id }) => id === parts.id);
      if (entry === undefined) throw unknownKey(parts.id);
      return decrypt({ parts, rowIdentity, key: entry.key });
    },
    needsReseal: (sealed) => parseSealed(sealed).id !== first.id,
  };
}

type Parts = { id: string; nonce: Buffer; tag: Buffer; cipherText: Buffer };

const nonceBytes = 12;
const tagBytes = 16;

function seal(input: { plainText: string; rowIdentity: string; id: string; key: Uint8Array }): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', input.key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(input.rowIdentity, 'utf8'));
  const cipherText = Buffer.concat([cipher.update(input.plainText, 'utf8'), cipher.final()]);
  const encoded = [nonce, cipher.getAuthTag(), cipherText].map((part) => part.toString('base64url'));
  return ['v1', input.id, ...encoded].join('.');
}

function decrypt(input: { parts: Parts; rowIdentity: string; key: Uint8Array }): string {
  const { nonce, tag, cipherText } = input.parts;
  try {
    const decipher = createDecipheriv('aes-256-gcm', input.key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(input.rowIdentity, 'utf8'));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(cipherText), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw unreadable(cause);
  }
}

function parseSealed(sealed: string): Parts {
  const [version, id, nonce, tag, cipherText, ...rest] = sealed.split('.');
  if (version !== 'v1' || !id || !nonce || !tag || cipherText === undefined || rest.length > 0)
    throw unreadable();
  const parts = {
    id,
    nonce: Buffer.from(nonce, 'base64url'),
    tag: Buffer.from(tag, 'base64url'),
    cipherText: Buffer.from(cipherText, 'base64url'),
  };
  if (parts.nonce.length !== nonceBytes || parts.tag.length !== tagBytes) throw unreadable();
  return parts;
}

function keyId(key: Uint8Array): string {
  return createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8);
}

function unknownKey(id: string): AppError {
  return new AppError({
    code: 'unknown_encryption_key',
    kind: 'operational',
    message: `A stored secret was encrypted with key ${id}, which is not in ENCRYPTION_KEYS. Add that key again.`,
  });
}

function unreadable(cause?: unknown): AppError {
  return new AppError({
    code: 'unreadable_secret',
    kind: 'unexpected',
    message: 'A stored secret cannot be decrypted: it was altered, or it belongs to another row.',
    cause,
  });
}
