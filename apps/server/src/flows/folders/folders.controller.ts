import { Controller, Inject } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { endpoints, type FlowFolder, type ResponseOf } from '@instaflow/contracts';
import { flowFolderRepository, type FlowFolderEntity, type Tx } from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { checkNesting } from './check-nesting';

const maxFolders = 500;

@Controller()
export class FoldersController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.listFolders)
  list(call: Call<typeof endpoints.listFolders>): Promise<ResponseOf<typeof endpoints.listFolders>> {
    const { id: accountId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const folders = await flowFolderRepository.list(tx, { accountId, workspaceId });
      const counts = await flowFolderRepository.countFlows(tx, { accountId, workspaceId });
      return { folders: folders.map((folder) => toFolder(folder, counts)) };
    });
  }

  @Route(endpoints.createFolder)
  create(call: Call<typeof endpoints.createFolder>): Promise<FlowFolder> {
    const { id: accountId, workspaceId } = keyOf(call);
    const { name, parentFolderId = null } = call.body;
    return inScope(this.deps, call, async (tx) => {
      const folders = await flowFolderRepository.lockAll(tx, { accountId, workspaceId });
      if (folders.length >= maxFolders)
        throw unprocessable('too_many_folders', `An account can have ${maxFolders} folders.`);
      checkNesting(folders, { id: null, parentFolderId });
      const folder = { id: newId(), workspaceId, instagramAccountId: accountId, parentFolderId, name };
      return toFolder(await flowFolderRepository.create(tx, folder), new Map());
    });
  }

  @Route(endpoints.updateFolder)
  update(call: Call<typeof endpoints.updateFolder>): Promise<FlowFolder> {
    const { name, parentFolderId } = call.body;
    return inScope(this.deps, call, async (tx) => {
      const key = keyOf(call);
      const { folders, accountId } = await this.#lock(tx, key);
      if (parentFolderId !== undefined) checkNesting(folders, { id: key.id, parentFolderId });
      const changed = await flowFolderRepository.update(tx, key, {
        ...(name === undefined ? {} : { name }),
        ...(parentFolderId === undefined ? {} : { parentFolderId }),
      });
      const { workspaceId } = key;
      return toFolder(changed, await flowFolderRepository.countFlows(tx, { accountId, workspaceId }));
    });
  }

  @Route(endpoints.deleteFolder)
  async delete(call: Call<typeof endpoints.deleteFolder>): Promise<null> {
    await inScope(this.deps, call, async (tx) => {
      await this.#lock(tx, keyOf(call));
      await flowFolderRepository.delete(tx, keyOf(call));
    });
    return null;
  }

  async #lock(
    tx: Tx,
    key: { id: string; workspaceId: string },
  ): Promise<{ folders: FlowFolderEntity[]; accountId: string }> {
    const { instagramAccountId: accountId } = found(await flowFolderRepository.find(tx, key));
    const { workspaceId } = key;
    const folders = await flowFolderRepository.lockAll(tx, { accountId, workspaceId });
    found(folders.find(({ id }) => id === key.id));
    return { folders, accountId };
  }
}

function toFolder(folder: FlowFolderEntity, counts: ReadonlyMap<string, number>): FlowFolder {
  return {
    folderId: folder.id,
    instagramAccountId: folder.instagramAccountId,
    name: folder.name,
    parentFolderId: folder.parentFolderId,
    flowCount: counts.get(folder.id) ?? 0,
    createdAt: folder.createdAt.toISOString(),
  };
}
