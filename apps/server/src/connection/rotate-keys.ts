import {
  listSealedTokens,
  listTokenOfEachKey,
  replaceSealedTokens,
  type DataSource,
  type SealedToken,
} from '@instaflow/db';
import { tokenIdentity } from '@instaflow/delivery';
import { AppError, type KeyRing } from '@instaflow/platform';

const batchSize = 500;

/**
 * Seals every stored token with the first of ENCRYPTION_KEYS, batch by batch, while the program runs: a token that changes
 * meanwhile is sealed with that key by whoever changes it. May be broken off and begun again. Throws
 * `unknown_encryption_key` before anything is changed when a key is missing. Answers how many were sealed anew.
 */
export async function rotateKeys({
  source,
  keyRing,
}: {
  source: DataSource;
  keyRing: KeyRing;
}): Promise<number> {
  for (const { accountId, sealedToken } of await listTokenOfEachKey(source))
    open(keyRing, { accountId, sealedToken });
  let rotated = 0;
  let after: string | null = null;
  for (;;) {
    const batch: SealedToken[] = await listSealedTokens(source, { after, limit: batchSize });
    const old = batch.filter(({ sealedToken }) => keyRing.needsReseal(sealedToken));
    const renewed = old.map((token) => ({
      ...token,
      newSealedToken: keyRing.seal(open(keyRing, token), tokenIdentity(token.accountId)),
    }));
    if (renewed.length > 0) rotated += await replaceSealedTokens(source, renewed);
    after = batch.at(-1)?.accountId ?? null;
    if (batch.length < batchSize) return rotated;
  }
}

/** Refuses to start with keys that open none of the stored tokens: going on would make errors of all accounts. */
export async function checkEncryptionKeys({
  source,
  keyRing,
}: {
  source: DataSource;
  keyRing: KeyRing;
}): Promise<void> {
  const samples = await listTokenOfEachKey(source);
  const failures = samples.flatMap((sample) => failureOf(keyRing, sample) ?? []);
  const [first] = failures;
  if (first !== undefined && failures.length === samples.length) throw first;
}

function failureOf(keyRing: KeyRing, sample: SealedToken): AppError | null {
  try {
    open(keyRing, sample);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

const open = (keyRing: KeyRing, { accountId, sealedToken }: SealedToken): string => {
  try {
    return keyRing.open(sealedToken, tokenIdentity(accountId));
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unknown_encryption_key') throw error;
    throw new AppError({
      code: 'unreadable_secret',
      kind: 'operational',
      message: `The stored token of the account ${accountId} cannot be decrypted. Connect that account again, then repeat.`,
      cause: error,
    });
  }
};
