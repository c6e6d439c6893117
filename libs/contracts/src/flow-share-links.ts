import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { flowDefinition } from './flows';
import { idParams, noContent, timestamp, uuid } from './primitives';

/** A link that lets anybody try the draft of a flow; its address is told once, when it is made. */
export const shareLink = z.object({
  shareLinkId: uuid,
  createdAt: timestamp,
  createdByName: z.string().nullable(),
  expiresAt: timestamp,
});
export type ShareLink = z.infer<typeof shareLink>;

/** What somebody with a link is shown: documents without the headers of calls. */
export const sharedFlow = z.object({
  name: z.string(),
  flowDefinition,
  linkedFlows: z.array(z.object({ flowId: uuid, name: z.string(), flowDefinition })),
  expiresAt: timestamp,
});
export type SharedFlow = z.infer<typeof sharedFlow>;

export const flowShareLinkEndpoints = {
  createShareLink: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/share-links',
    access: 'editor',
    tag: 'flows',
    summary: 'Makes a link with which anybody can try the draft for a while; nothing is sent to anyone',
    status: 201,
    params: idParams,
    body: z.strictObject({ expiresInDays: z.number().int().min(1).max(30).default(7) }).prefault({}),
    response: z.object({ shareLinkId: uuid, url: z.url(), expiresAt: timestamp }),
  }),
  listShareLinks: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/share-links',
    access: 'viewer',
    tag: 'flows',
    summary: 'Links of a flow that still work, the latest first',
    status: 200,
    params: idParams,
    response: z.object({ shareLinks: z.array(shareLink) }),
  }),
  revokeShareLink: defineEndpoint({
    method: 'DELETE',
    path: '/flows/{id}/share-links/{shareLinkId}',
    access: 'editor',
    tag: 'flows',
    summary: 'Ends a link at once',
    status: 204,
    params: z.strictObject({ id: uuid, shareLinkId: uuid }),
    response: noContent,
  }),
  getSharedFlow: defineEndpoint({
    method: 'GET',
    path: '/shared-flows/{token}',
    access: 'public',
    tag: 'flows',
    summary: 'The flow behind a link (404 once it has ended)',
    status: 200,
    params: z.strictObject({ token: z.string().min(1).max(200) }),
    response: sharedFlow,
  }),
};
