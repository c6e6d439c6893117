import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { idParams, noContent, shortText, timestamp, uuid } from './primitives';

export const flowFolder = z.object({
  folderId: uuid,
  instagramAccountId: uuid,
  name: z.string(),
  parentFolderId: uuid.nullable(),
  /** Flows in the folder itself, archived ones left out. */
  flowCount: z.number().int(),
  createdAt: timestamp,
});
export type FlowFolder = z.infer<typeof flowFolder>;

export const flowFolderEndpoints = {
  listFolders: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/folders',
    access: 'viewer',
    tag: 'flows',
    summary: 'All folders of an account, by name',
    status: 200,
    params: idParams,
    response: z.object({ folders: z.array(flowFolder) }),
  }),
  createFolder: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/folders',
    access: 'editor',
    tag: 'flows',
    summary: 'Creates a folder; folders stand in each other four deep at most',
    status: 201,
    params: idParams,
    body: z.strictObject({ name: shortText, parentFolderId: uuid.nullable().optional() }),
    response: flowFolder,
  }),
  updateFolder: defineEndpoint({
    method: 'PATCH',
    path: '/folders/{id}',
    access: 'editor',
    tag: 'flows',
    summary: 'Renames or moves a folder (422 when it would stand in itself or too deep)',
    status: 200,
    params: idParams,
    body: z.strictObject({ name: shortText.optional(), parentFolderId: uuid.nullable().optional() }),
    response: flowFolder,
  }),
  deleteFolder: defineEndpoint({
    method: 'DELETE',
    path: '/folders/{id}',
    access: 'editor',
    tag: 'flows',
    summary: 'Deletes a folder; its flows and folders move to where it stood',
    status: 204,
    params: idParams,
    response: noContent,
  }),
};
