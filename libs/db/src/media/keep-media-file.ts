import type { DataSource } from 'typeorm';
import { inEngine, type Tx } from '../transaction';
import { MediaFileEntity } from './media-file.entity';

/** Bytes that never came: their row expires after this. */
const abandonedMs = 3_600_000;

export type NewMediaFile = Pick<
  MediaFileEntity,
  | 'id'
  | 'workspaceId'
  | 'kind'
  | 'fileName'
  | 'contentType'
  | 'bytes'
  | 'storageKey'
  | 'instagramAccountId'
  | 'contactId'
  | 'messageId'
  | 'createdBy'
>;

/**
 * Announces a file before its bytes are put into the storage: from now on nobody removes what lies under its key. If
 * it is never finished, it expires after an hour and takes its bytes along.
 */
export const beginMediaFile = (source: DataSource, file: NewMediaFile, now: number): Promise<void> =>
  inEngine(source, async (tx) => {
    await lockStorageKey(tx, file.storageKey);
    await tx.insert(MediaFileEntity, {
      ...file,
      createdAt: new Date(now),
      storedAt: null,
      expiresAt: new Date(now + abandonedMs),
    });
  });

/** The bytes are there: the file is until `expiresAt` (null: kept). False when it expired meanwhile. */
export const finishMediaFile = async (
  source: DataSource,
  { id, expiresAt, now }: { id: string; expiresAt: number | null; now: number },
): Promise<boolean> => {
  const { affected } = await source.manager
    .createQueryBuilder()
    .update(MediaFileEntity)
    .set({ storedAt: new Date(now), expiresAt: expiresAt === null ? null : new Date(expiresAt) })
    .where('id = :id AND expires_at > :now', { id, now: new Date(now) })
    .execute();
  return affected === 1;
};

/** Until the transaction ends nobody else begins or removes a file under this key. */
export const lockStorageKey = async (tx: Tx, storageKey: string): Promise<void> => {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7246012))', [storageKey]);
};
