import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { beginMediaFile, finishMediaFile, type DataSource, type NewMediaFile } from '@instaflow/db';
import { unavailable, type Clock, type Logger } from '@instaflow/platform';
import { v7 } from 'uuid';
import type { ByteRange, MediaStorage } from './media-storage';
import type { MediaType } from './sniff-media';
import { clearSpool, spoolFile, type Spooled } from './spool-file';

type ByteStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type KeepMedia = Pick<
  NewMediaFile,
  'workspaceId' | 'instagramAccountId' | 'contactId' | 'messageId' | 'createdBy'
> & {
  source: ByteStream;
  maxBytes: number;
  /** What the file is, by its first bytes; null refuses it. */
  judge: (head: Uint8Array) => MediaType | null;
  nameOf: (type: MediaType) => string;
  /** Epoch milliseconds; null keeps it. */
  expiresAt: number | null;
};
export type KeptFile = Omit<NewMediaFile, 'storageKey'> & { createdAt: Date };
export type KeepOutcome =
  | { outcome: 'kept'; file: KeptFile }
  | { outcome: 'too_large' }
  | { outcome: 'wrong_type' }
  | { outcome: 'empty' };

export type MediaStore = {
  /** Stores a stream as a file of a workspace. Rejects with the error of the stream, or `unavailable` without storage. */
  keep(media: KeepMedia): Promise<KeepOutcome>;
  /** The bytes of a stored file; null when they are not there. Rejects with `unavailable`. */
  open(storageKey: string, range: ByteRange | null): Promise<Readable | null>;
  /** Removes bytes nobody refers to any more. */
  remove(storageKey: string): Promise<void>;
  /** Removes what dead processes left half written. */
  clear(): Promise<void>;
};

export type MediaStoreOptions = {
  /** Of role `engine`. */
  dataSource: DataSource;
  storage: MediaStorage;
  /** Of this machine; on the volume of the storage when that is a folder, because files are moved there. */
  directory: string;
  clock: Clock;
  logger: Logger;
};

/** Keeps media: first into a file of `directory`, then into the storage, each with its row in the database. */
export const createMediaStore = (options: MediaStoreOptions): MediaStore => {
  const { storage, clock } = options;
  const directory = join(options.directory, 'incoming');
  return {
    keep: async (media) => {
      let isSourceBroken = false;
      const watched = watchSource(media.source, () => (isSourceBroken = true));
      const spooled = await spoolFile(watched, { directory, maxBytes: media.maxBytes }).catch(
        (error: unknown) => {
          throw isSourceBroken ? error : storageAway(options, error);
        },
      );
      if (spooled.outcome === 'too_large') return spooled;
      try {
        return await storeSpooled(options, media, spooled);
      } finally {
        await rm(spooled.path, { force: true });
      }
    },
    open: (storageKey, range) =>
      storage.open(storageKey, range).catch((cause: unknown) => {
        throw storageAway(options, cause);
      }),
    remove: (storageKey) => storage.remove(storageKey),
    clear: () => clearSpool(directory, clock.now()),
  };
};

const storageAway = ({ logger }: MediaStoreOptions, cause: unknown) => {
  logger.error({ err: cause }, 'The storage of media cannot be used.');
  return unavailable({ message: 'Files cannot be stored at the moment. Try again later.', cause });
};

/** The row comes first and is finished last, so that no bytes lie in the storage without one. */
const storeSpooled = async (
  options: MediaStoreOptions,
  media: KeepMedia,
  spooled: Extract<Spooled, { outcome: 'spooled' }>,
): Promise<KeepOutcome> => {
  const { dataSource, storage, clock } = options;
  if (spooled.bytes === 0) return { outcome: 'empty' };
  const type = media.judge(spooled.head);
  if (type === null) return { outcome: 'wrong_type' };
  const { workspaceId, instagramAccountId, contactId, messageId, createdBy, expiresAt } = media;
  const { bytes, sha256 } = spooled;
  const now = clock.now();
  const file = {
    id: v7(),
    ...{ workspaceId, instagramAccountId, contactId, messageId, createdBy },
    ...type,
    fileName: media.nameOf(type),
    bytes,
  };
  const storageKey = `${workspaceId}/${sha256}`;
  await beginMediaFile(dataSource, { ...file, storageKey }, now);
  await storage.put(storageKey, { ...spooled, contentType: type.contentType }).catch((cause: unknown) => {
    throw storageAway(options, cause);
  });
  const isFinished = await finishMediaFile(dataSource, { id: file.id, expiresAt, now: clock.now() });
  if (!isFinished) throw storageAway(options, new Error('it took too long'));
  return { outcome: 'kept', file: { ...file, createdAt: new Date(now) } };
};

/** Tells a stream that broke off apart from a disk that is full. */
async function* watchSource(source: ByteStream, onFailure: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    onFailure();
    throw error;
  }
}
