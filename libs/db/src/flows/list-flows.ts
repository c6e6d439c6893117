import { In } from 'typeorm';
import { z } from 'zod';
import { maxExactTotal, type FlowSort, type FlowStatus, type TriggerType } from '@instaflow/contracts';
import type { KeysetCursor } from '../pagination/keyset-cursor';
import { isIdKey } from '../pagination/page-by-id';
import { cursorOf, toPage, type Page, type PageRequest } from '../pagination/page';
import { searchPattern } from '../pagination/search-pattern';
import { wordStart } from '../pagination/word-start';
import type { Tx } from '../transaction';
import { FlowEntity } from './flow.entity';

/** A flow without its draft, which may be large. */
export type FlowHead = Omit<FlowEntity, 'flowDefinition'>;

export type FlowListFilter = {
  /** In name, description and the texts of messages; of one or two letters: words that begin with them. */
  search?: string | undefined;
  status?: FlowStatus | undefined;
  /** `none`: those in no folder. */
  folderId?: string | undefined;
  /** Has a trigger of this kind. */
  triggerType?: TriggerType | undefined;
  /** Who made it. */
  ownerId?: string | undefined;
  hasErrors?: boolean;
  /** Either archived flows or the others. */
  isArchived: boolean;
};

const foundRow = z.object({ ids: z.array(z.string()), total: z.number() });
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
  createdByUserId: true,
  editedByUserId: true,
  createdAt: true,
  updatedAt: true,
} as const;

/**
 * Flows of an account, the newest first unless `sort` says otherwise. With a search they are counted up to
 * `maxExactTotal`. Figures they are sorted by are those kept of the last 30 days.
 */
export async function listFlows(
  tx: Tx,
  input: FlowListFilter & {
    accountId: string;
    workspaceId: string;
    sort?: FlowSort | undefined;
    request: PageRequest;
  },
): Promise<Page<FlowHead>> {
  const { accountId, workspaceId, sort = 'newest', request } = input;
  const pattern = searchPattern(input.search);
  const from = findStart(sort, request);
  const rows: unknown[] = await tx.query(
    'SELECT ids, total FROM search_flows($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      accountId,
      workspaceId,
      JSON.stringify({ ...toFilter(input), pattern, wordStart: wordStart(input.search) }),
      sort,
      from.afterId,
      from.offset,
      request.limit + 1,
      pattern === null ? countAll : maxExactTotal,
    ],
  );
  const { ids, total } = foundRow.parse(rows[0]);
  const flows: FlowHead[] = await tx.find(FlowEntity, {
    select: headColumns,
    where: { id: In(ids), workspaceId },
  });
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = ({ id }: FlowHead): number => places.get(id) ?? 0;
  return toPage({
    rows: flows.toSorted((a, b) => placeOf(a) - placeOf(b)),
    total,
    request,
    keyOf: ({ id }) => (sort === 'newest' ? [id] : [sort, from.offset + request.limit]),
  });
}

function toFilter({ status, folderId, triggerType, ownerId, hasErrors, isArchived }: FlowListFilter): object {
  return { status, folder: folderId, triggerType, ownerId, hasErrors, isArchived };
}

/** Where the page begins: behind a flow where the newest come first; in another order by its place, which may shift. */
function findStart(sort: FlowSort, request: PageRequest): { afterId: string | null; offset: number } {
  const { page, limit, cursor } = request;
  const offset = cursor === undefined ? (page - 1) * limit : 0;
  if (sort === 'newest') return { afterId: cursorOf(request, isIdKey)?.[0] ?? null, offset };
  const isPlace = (values: KeysetCursor): values is [string, number] =>
    values.length === 2 && values[0] === sort && Number.isSafeInteger(values[1]) && Number(values[1]) >= 0;
  return { afterId: null, offset: cursorOf(request, isPlace)?.[1] ?? offset };
}
