import type { MediaKind } from '@instaflow/contracts';
import { IsNull, Not } from 'typeorm';
import { pageById } from '../pagination/page-by-id';
import type { Page, PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { MediaFileEntity } from './media-file.entity';

const isThere = '(file.expiresAt IS NULL OR file.expiresAt > :now)';

/** Files of a workspace that are stored and not expired. */
export const mediaFileRepository = {
  /** Uploads of the team, the latest first. */
  listUploads(
    tx: Tx,
    input: { workspaceId: string; kind?: MediaKind | undefined; now: number; request: PageRequest },
  ): Promise<Page<MediaFileEntity>> {
    const { workspaceId, kind, now, request } = input;
    const query = tx
      .createQueryBuilder(MediaFileEntity, 'file')
      .where({ workspaceId, messageId: IsNull(), storedAt: Not(IsNull()), ...(kind && { kind }) })
      .andWhere(isThere, { now: new Date(now) });
    return pageById(query, request, 'DESC');
  },

  /** By id alone: for whoever proves by a signature that they were given the address. */
  find(tx: Tx, { id, now }: { id: string; now: number }): Promise<MediaFileEntity | null> {
    return tx
      .createQueryBuilder(MediaFileEntity, 'file')
      .where({ id, storedAt: Not(IsNull()) })
      .andWhere(isThere, { now: new Date(now) })
      .getOne();
  },

  /** Ends an upload: it is gone from now on, its bytes with the next sweep. Answers whether there was one. */
  async expireUpload(
    tx: Tx,
    { id, workspaceId, now }: { id: string; workspaceId: string; now: number },
  ): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(MediaFileEntity)
      .set({ expiresAt: new Date(now) })
      .where({ id, workspaceId, messageId: IsNull(), storedAt: Not(IsNull()) })
      .andWhere('(expires_at IS NULL OR expires_at > :now)', { now: new Date(now) })
      .execute();
    return affected === 1;
  },
};
