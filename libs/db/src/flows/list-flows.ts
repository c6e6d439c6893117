import { In } from 'typeorm';
import { z } from 'zod';
import { maxExactTotal, type FlowStatus } from '@instaflow/contracts';
import { isIdKey } from '../pagination/page-by-id';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../pagination/page';
import { searchPattern } from '../pagination/search-pattern';
import type { Tx } from '../transaction';
import { FlowEntity } from './flow.entity';

/** A flow without its draft, which may be large. */
export type FlowHead = Omit<FlowEntity, 'flowDefinition'>;

const foundRow = z.object({ ids: z.array(z.string()), total: z.number() });
/** Stands for "in no folder" where an id is expected. */
const noFolder = '00000000-0000-0000-0000-000000000000';
const countAll = 1_000_000;
const headColumns = {
  id: true,
  workspaceId: true,
  instagramAccountId: true,
  name: true,
  description: true,
  status: true,
  revision: true,
  publishedVersionId: true,
  hasUnpublishedChanges: true,
  folderId: true,
  archivedAt: true,
  errorCount: true,
  pausedAt: true,
  deletedAt: true,
  createdAt: true,
  updatedAt: true,
} as const;

/**
 * Flows of an account, newest first; `search` looks at name, description and the texts of messages, and is counted up to
 * `maxExactTotal`. `folderId` `none`: those in no folder. Either archived flows or the others.
 */
export async function listFlows(
  tx: Tx,
  input: {
    accountId: string;
    workspaceId: string;
    search?: string | undefined;
    status?: FlowStatus | undefined;
    folderId?: string | undefined;
    isArchived: boolean;
    request: PageRequest;
  },
): Promise<Page<FlowHead>> {
  const { accountId, workspaceId, folderId, status, isArchived, request } = input;
  const pattern = searchPattern(input.search);
  const [afterId = null] = cursorOf(request, isIdKey) ?? [];
  const rows: unknown[] = await tx.query(
    'SELECT ids, total FROM search_flows($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [
      accountId,
      workspaceId,
      pattern,
      status ?? null,
      folderId === 'none' ? noFolder : (folderId ?? null),
      isArchived,
      afterId,
      offsetOf(request),
      request.limit + 1,
      pattern === null ? countAll : maxExactTotal,
    ],
  );
  const found = foundRow.parse(rows[0]);
  const flows: FlowHead[] = await tx.find(FlowEntity, {
    select: headColumns,
    where: { id: In(found.ids), workspaceId },
    order: { id: 'DESC' },
  });
  return toPage({ rows: flows, total: found.total, request, keyOf: ({ id }) => [id] });
}
