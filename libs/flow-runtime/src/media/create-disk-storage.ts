import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '@instaflow/platform';
import { isStorageKey, type MediaStorage } from './media-storage';

/** Media in a folder. A file appears by being renamed, so a reader sees all of it or nothing. */
export const createDiskStorage = (directory: string): MediaStorage => {
  const pathOf = (key: string): string => {
    if (!isStorageKey(key)) throw new Error('not a key of the storage');
    const [workspaceId = '', hash = ''] = key.split('/');
    return join(directory, workspaceId, hash.slice(0, 2), hash);
  };
  return {
    put: async (key, file) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await rename(file.path, path);
    },
    open: async (key, range) => {
      try {
        const handle = await open(pathOf(key), 'r');
        return handle.createReadStream(range ?? {});
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
};
