import { In } from 'typeorm';
import type { Tx } from '../transaction';
import { MediaFileEntity } from './media-file.entity';

/** Size and type of files, by their ids; files that are gone, or of workspaces the transaction does not see, are not there. */
export async function findMediaFacts(
  tx: Tx,
  { ids, now }: { ids: readonly string[]; now: number },
): Promise<Map<string, { bytes: number; contentType: string }>> {
  if (ids.length === 0) return new Map();
  const files = await tx
    .createQueryBuilder(MediaFileEntity, 'file')
    .where({ id: In([...ids]) })
    .andWhere('file.storedAt IS NOT NULL AND (file.expiresAt IS NULL OR file.expiresAt > :now)', {
      now: new Date(now),
    })
    .getMany();
  return new Map(files.map(({ id, bytes, contentType }) => [id, { bytes, contentType }]));
}
