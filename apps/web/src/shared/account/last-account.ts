import { readStored, writeStored } from '../storage/stored-value';

const key = 'instaflow.last-account';

/** The account this browser showed last. */
export const readLastAccount = (): string | null => {
  const id = readStored(key);
  return typeof id === 'string' ? id : null;
};

export const rememberLastAccount = (accountId: string): void => writeStored(key, accountId);
