import type { BodyOf, endpoints } from '@instaflow/contracts';
import {
  bumpAccountRevision,
  flowFolderRepository,
  flowRepository,
  type FlowChanges,
  type FlowEntity,
  type Tx,
} from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';
import type { FlowDeps } from '../flow-deps';

type Wish = Pick<BodyOf<typeof endpoints.updateFlow>, 'folderId' | 'archived'>;

/**
 * Moves a locked flow to a folder, puts it away (nobody starts it any more) or brings it back. The draft is not touched,
 * and so its revision stays. 422 for a folder that is not of its account.
 */
export async function placeFlow(tx: Tx, deps: FlowDeps, flow: FlowEntity, wish: Wish): Promise<FlowEntity> {
  const changes = { ...moveTo(flow, wish.folderId), ...putAway(flow, wish.archived, deps.clock.now()) };
  if (Object.keys(changes).length === 0) return flow;
  if (changes.folderId) await requireFolder(tx, flow, changes.folderId);
  const placed = await flowRepository.place(tx, { id: flow.id, workspaceId: flow.workspaceId }, changes);
  if (changes.status !== undefined) await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
  return placed;
}

function moveTo(flow: FlowEntity, folderId: Wish['folderId']): Pick<FlowChanges, 'folderId'> {
  return folderId === undefined || folderId === flow.folderId ? {} : { folderId };
}

function putAway(
  { archivedAt, status }: FlowEntity,
  archived: boolean | undefined,
  now: number,
): Pick<FlowChanges, 'archivedAt' | 'status'> {
  if (archived === undefined || archived === (archivedAt !== null)) return {};
  if (!archived) return { archivedAt: null };
  return { archivedAt: new Date(now), ...(status === 'active' ? { status: 'inactive' } : {}) };
}

async function requireFolder(tx: Tx, flow: FlowEntity, folderId: string): Promise<void> {
  const folder = await flowFolderRepository.find(tx, { id: folderId, workspaceId: flow.workspaceId });
  if (folder?.instagramAccountId !== flow.instagramAccountId) throw unknownFolder('folderId');
}

/** 422: the folder named at `path` is not there. */
export function unknownFolder(path: string) {
  const message = 'This folder is not there (any more). Choose another one.';
  return unprocessable('unknown_folder', message, [{ path, message }]);
}
