import type { FlowFolder } from '@instaflow/contracts';
import { callApi } from '../../../shared/api/call-api';

/** A folder that was deleted, with what stood in it. */
export type DeletedFolder = { folder: FlowFolder; flowIds: string[]; childIds: string[] };

const perPage = 100;

/** Deletes a folder; answers what is needed to make it again. Its flows and folders move up. */
export async function deleteFolder(
  folder: FlowFolder,
  folders: readonly FlowFolder[],
): Promise<DeletedFolder> {
  const { folderId } = folder;
  const open = await listFlowIds(folder, false);
  const archived = await listFlowIds(folder, true);
  const childIds = folders
    .filter(({ parentFolderId }) => parentFolderId === folderId)
    .map((child) => child.folderId);
  await callApi('deleteFolder', { params: { id: folderId } });
  return { folder, flowIds: [...open, ...archived], childIds };
}

/** Makes a deleted folder again and puts back what stood in it. Answers its new id. */
export async function restoreFolder({ folder, flowIds, childIds }: DeletedFolder): Promise<string> {
  const { instagramAccountId, name, parentFolderId } = folder;
  const { folderId } = await callApi('createFolder', {
    params: { id: instagramAccountId },
    body: { name, parentFolderId },
  });
  for (const id of childIds)
    await callApi('updateFolder', { params: { id }, body: { parentFolderId: folderId } });
  for (const id of flowIds) await callApi('updateFlow', { params: { id }, body: { folderId } });
  return folderId;
}

async function listFlowIds(
  { folderId, instagramAccountId }: FlowFolder,
  isArchived: boolean,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await callApi('listFlows', {
      params: { id: instagramAccountId },
      query: { folderId, limit: perPage, cursor, ...(isArchived ? { archived: 'true' } : {}) },
    });
    ids.push(...page.flows.map(({ flowId }) => flowId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}
