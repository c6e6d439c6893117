import { randomBytes, randomInt } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors/app-error';
import { errorCode } from '../errors/error-code';
import { ensureDirectory } from '../files/ensure-directory';

const localSecretsSchema = z.object({
  jwtSecret: z.string().min(32),
  /** 32 bytes in base64. */
  encryptionKey: z.string().length(44),
  appSecret: z.string().min(16),
  verifyToken: z.string().min(16),
  demoPassword: z.string().min(12),
});

export type LocalSecrets = z.output<typeof localSecretsSchema>;

/**
 * The secrets of a local installation, made once and kept in `<dataDir>/secrets.json` (readable by its owner only).
 * Processes that start at the same moment end up with the same file.
 * Throws AppError `data_dir_not_usable` or `local_secrets_damaged`.
 */
export function ensureLocalSecrets(dataDir: string): LocalSecrets {
  const file = join(dataDir, 'secrets.json');
  const found = readSecrets(file);
  if (found !== null) return found;
  try {
    ensureDirectory(dataDir);
    writeOnce(file, `${JSON.stringify(generateSecrets(), null, 2)}\n`);
  } catch (cause) {
    throw notUsable(dataDir, cause);
  }
  const written = readSecrets(file);
  if (written === null) throw notUsable(dataDir, undefined);
  return written;
}

function readSecrets(file: string): LocalSecrets | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return null;
    throw damaged(file, cause);
  }
  try {
    return localSecretsSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(file, cause);
  }
}

/** A finished file is linked into place: nobody can read half of it, and the first one wins. */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function generateSecrets(): LocalSecrets {
  return {
    jwtSecret: randomBytes(48).toString('base64url'),
    encryptionKey: randomBytes(32).toString('base64'),
    appSecret: randomBytes(16).toString('hex'),
    verifyToken: randomBytes(16).toString('hex'),
    demoPassword: passphrase(),
  };
}

// Four of 64 words and four digits: about 37 bits, behind a throttled login on the own machine, easy to type.
function passphrase(): string {
  const chosen = Array.from({ length: 4 }, () => words[randomInt(words.length)]);
  return [...chosen, String(randomInt(1000, 10_000))].join('-');
}

const words = (
  'amber apple arrow autumn bamboo basil beach berry birch breeze bridge canyon cedar cherry cloud clover ' +
  'coral cotton dahlia dawn delta ember falcon fern forest garden ginger glacier harbor hazel honey indigo ' +
  'island ivory jasmine juniper lagoon lantern lemon lilac lotus maple marble meadow mint moss ocean olive ' +
  'orchid pebble pepper pine quartz raven river saffron sage silver spruce sunset thyme tulip valley willow'
).split(' ');

function notUsable(dataDir: string, cause: unknown): AppError {
  return new AppError({
    code: 'data_dir_not_usable',
    kind: 'operational',
    message: `The data folder ${dataDir} cannot be written to (${errorCode(cause) ?? 'unknown reason'}). Make it writable or set DATA_DIR to another folder.`,
    cause,
  });
}

function damaged(file: string, cause: unknown): AppError {
  return new AppError({
    code: 'local_secrets_damaged',
    kind: 'operational',
    message: `${file} cannot be read. Restore it: without it stored tokens cannot be decrypted. Delete it only for a new beginning.`,
    cause,
  });
}
