import type { DataSource } from 'typeorm';
import { inEngine } from '../transaction';
import { lockStorageKey } from './keep-media-file';

type Expired = { id: string; storageKey: string };

/** Files that expired, the longest ago first. */
export const listExpiredMedia = (
  source: DataSource,
  { now, limit }: { now: number; limit: number },
): Promise<Expired[]> =>
  source.query<Expired[]>(
    `SELECT id, storage_key AS "storageKey" FROM media_file WHERE expires_at <= $1 ORDER BY expires_at, id LIMIT $2`,
    [new Date(now), limit],
  );

/**
 * Removes an expired file, and its bytes unless another file shares them. The row goes last, so that whatever breaks off
 * is done again; `removeBytes` must allow being repeated.
 */
export const removeExpiredMedia = (
  source: DataSource,
  { id, storageKey, now }: Expired & { now: number },
  removeBytes: (storageKey: string) => Promise<void>,
): Promise<void> =>
  inEngine(source, async (tx) => {
    await lockStorageKey(tx, storageKey);
    const others = await tx.query<unknown[]>(
      'SELECT 1 FROM media_file WHERE storage_key = $1 AND id <> $2 LIMIT 1',
      [storageKey, id],
    );
    const [removed] = await tx.query<[unknown[], number]>(
      'DELETE FROM media_file WHERE id = $1 AND expires_at <= $2 RETURNING id',
      [id, new Date(now)],
    );
    if (removed.length > 0 && others.length === 0) await removeBytes(storageKey);
  });
