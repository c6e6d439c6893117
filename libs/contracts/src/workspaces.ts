import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { pageOf, pageQuery } from './pagination';
import { idParams, shortText, timeZone, timestamp, uuid } from './primitives';

export const workspaceRole = z.enum(['owner', 'admin', 'editor', 'agent', 'viewer']);
export type WorkspaceRole = z.infer<typeof workspaceRole>;

export const workspace = z.object({
  workspaceId: uuid,
  name: z.string(),
  timezone: z.string(),
  role: workspaceRole,
  createdAt: timestamp,
});
export type Workspace = z.infer<typeof workspace>;

export const workspaceEndpoints = {
  listWorkspaces: defineEndpoint({
    method: 'GET',
    path: '/workspaces',
    access: 'user',
    tag: 'workspaces',
    summary: 'Workspaces of the signed-in user',
    status: 200,
    query: pageQuery,
    response: pageOf({ workspaces: z.array(workspace) }),
  }),
  createWorkspace: defineEndpoint({
    method: 'POST',
    path: '/workspaces',
    access: 'user',
    tag: 'workspaces',
    summary: 'Creates a workspace owned by the signed-in user',
    status: 201,
    body: z.strictObject({ name: shortText, timezone: timeZone.default('UTC') }),
    response: workspace,
  }),
  getWorkspace: defineEndpoint({
    method: 'GET',
    path: '/workspaces/{id}',
    access: 'viewer',
    tag: 'workspaces',
    summary: 'One workspace',
    status: 200,
    params: idParams,
    response: workspace,
  }),
  updateWorkspace: defineEndpoint({
    method: 'PATCH',
    path: '/workspaces/{id}',
    access: 'admin',
    tag: 'workspaces',
    summary: 'Renames a workspace or changes its time zone',
    status: 200,
    params: idParams,
    body: z.strictObject({ name: shortText.optional(), timezone: timeZone.optional() }),
    response: workspace,
  }),
};
