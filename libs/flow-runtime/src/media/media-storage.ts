import type { Readable } from 'node:stream';

/** A file on this machine that is to be stored; the storage may move it away. */
export type SpooledFile = { path: string; bytes: number; sha256: string; contentType: string };

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number };

/**
 * Where the bytes of media lie, under keys of the form `<workspace id>/<sha-256>`. Storing the same again and removing
 * what is not there are both fine. All reject when the storage cannot be reached.
 */
export type MediaStorage = {
  /** Whole or not at all. */
  put(key: string, file: SpooledFile): Promise<void>;
  /** Null when nothing lies under the key. */
  open(key: string, range: ByteRange | null): Promise<Readable | null>;
  remove(key: string): Promise<void>;
};

/** Keys come from this program; checked all the same, because they become paths and addresses. */
export const isStorageKey = (key: string): boolean => /^[0-9a-f-]{36}\/[0-9a-f]{64}$/.test(key);
