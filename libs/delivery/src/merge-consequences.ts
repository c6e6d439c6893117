import type { AccountConsequence } from '@instaflow/db';

/** One entry per account: tokens add up, the longest block wins, a trouble outranks a recovery. */
export const mergeConsequences = (list: readonly AccountConsequence[]): AccountConsequence[] => {
  const merged = new Map<string | null, AccountConsequence>();
  for (const item of list) {
    const known = merged.get(item.accountId);
    merged.set(item.accountId, known ? join(known, item) : item);
  }
  return [...merged.values()];
};

const join = (a: AccountConsequence, b: AccountConsequence): AccountConsequence => {
  const throttle = (a.throttleMs ?? -1) >= (b.throttleMs ?? -1) ? a : b;
  const joined: AccountConsequence = {
    ...a,
    ...b,
    tokens: (a.tokens ?? 0) + (b.tokens ?? 0),
    throttleMs: throttle.throttleMs,
    mostMs: throttle.mostMs,
    blockReason: throttle.blockReason,
    errorReason: a.errorReason ?? b.errorReason,
    sealedToken: a.sealedToken ?? b.sealedToken,
    statusReason: a.statusReason ?? b.statusReason,
  };
  const isTrouble = joined.throttleMs !== undefined || joined.errorReason !== undefined;
  return { ...joined, isHealthy: !isTrouble && (a.isHealthy === true || b.isHealthy === true) };
};
