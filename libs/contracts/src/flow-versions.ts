import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { flow, flowDefinition } from './flows';
import { pageOf, pageQuery } from './pagination';
import { idParams, timestamp, uuid } from './primitives';

export const flowVersion = z.object({
  flowId: uuid,
  version: z.number().int(),
  note: z.string(),
  publishedByUserId: uuid.nullable(),
  publishedByName: z.string().nullable(),
  isLive: z.boolean(),
  /** Steps of its document, the start and notes among them. */
  stepCount: z.number().int(),
  /** How many people are in it now. */
  runningCount: z.number().int(),
  createdAt: timestamp,
});
export type FlowVersion = z.infer<typeof flowVersion>;

const versionParams = z.strictObject({ id: uuid, version: z.coerce.number().int().min(1) });

/** A draft somebody threw away, kept for 30 days. */
export const discardedDraft = z.object({
  discardedDraftId: uuid,
  discardedAt: timestamp,
  discardedByName: z.string().nullable(),
  stepCount: z.number().int(),
  keptUntil: timestamp,
});
export type DiscardedDraft = z.infer<typeof discardedDraft>;

export const flowVersionEndpoints = {
  listFlowVersions: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/versions',
    access: 'viewer',
    tag: 'flows',
    summary: 'Published versions, newest first',
    status: 200,
    params: idParams,
    query: pageQuery,
    response: pageOf({ versions: z.array(flowVersion) }),
  }),
  getFlowVersion: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/versions/{version}',
    access: 'viewer',
    tag: 'flows',
    summary: 'One published version with its document',
    status: 200,
    params: versionParams,
    response: flowVersion.extend({ flowDefinition }),
  }),
  updateFlowVersion: defineEndpoint({
    method: 'PATCH',
    path: '/flows/{id}/versions/{version}',
    access: 'editor',
    tag: 'flows',
    summary: 'Changes the note of a published version; the version itself never changes',
    status: 200,
    params: versionParams,
    body: z.strictObject({ note: z.string().max(500) }),
    response: flowVersion,
  }),
  restoreFlowVersion: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/versions/{version}/restore',
    access: 'editor',
    tag: 'flows',
    summary: 'Copies a published version into the draft',
    status: 200,
    params: versionParams,
    response: flow,
  }),
  discardDraft: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/discard-draft',
    access: 'editor',
    tag: 'flows',
    summary: 'Makes the draft what is published; the draft thrown away is kept for 30 days',
    status: 200,
    params: idParams,
    body: z.strictObject({ revision: z.number().int() }),
    response: flow,
  }),
  listDiscardedDrafts: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/discarded-drafts',
    access: 'viewer',
    tag: 'flows',
    summary: 'Drafts thrown away in the last 30 days, the latest first, 50 at most',
    status: 200,
    params: idParams,
    response: z.object({ drafts: z.array(discardedDraft) }),
  }),
  restoreDiscardedDraft: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/discarded-drafts/{draftId}/restore',
    access: 'editor',
    tag: 'flows',
    summary: 'Brings a draft back; the present one is itself kept as thrown away',
    status: 200,
    params: z.strictObject({ id: uuid, draftId: uuid }),
    response: flow,
  }),
};
