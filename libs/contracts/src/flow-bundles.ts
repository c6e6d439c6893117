import { z } from 'zod';
import { flowBundleSchema } from '@instaflow/flow-model';
import { defineEndpoint } from './endpoint';
import { flow } from './flows';
import { idParams, uuid } from './primitives';

const usedBy = z.array(z.object({ flowId: z.string(), nodeId: z.string().nullable() }));

/** What an account has to have, or gets, when exported flows come to it. */
export const bundleRequirements = z.object({
  tags: z.array(z.object({ name: z.string(), usedBy })),
  attributes: z.array(z.object({ name: z.string(), isFilled: z.boolean(), usedBy })),
  flows: z.array(z.object({ flowId: z.string(), isIncluded: z.boolean(), usedBy })),
  posts: z.array(z.object({ permalink: z.string(), usedBy })),
  media: z.array(z.object({ url: z.string(), usedBy })),
  secrets: z.array(z.object({ key: z.string(), header: z.string(), isFilled: z.boolean(), usedBy })),
  integrations: z.array(z.object({ kind: z.enum(['http', 'ai', 'email']), name: z.string(), usedBy })),
  settings: z.array(z.object({ name: z.literal('businessHours'), usedBy })),
});

const names = z.record(z.string().max(500), z.string().max(2_000)).default({});

/** What stands for what after an import; what is left out keeps its name. Flows get new ids of their own. */
export const bundleMapping = z.strictObject({
  /** Only of flows the bundle does not bring along: to flows of the account. */
  flows: names,
  tags: names,
  attributes: names,
  media: names,
  posts: names,
  /** By the keys of the requirements. */
  secrets: names,
});

export const flowBundleEndpoints = {
  exportFlow: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/export',
    access: 'viewer',
    tag: 'flows',
    summary:
      'The draft of a flow with the flows it goes to, its triggers and saved conversations, without secrets',
    status: 200,
    params: idParams,
    response: flowBundleSchema.extend({ requirements: bundleRequirements }),
  }),
  importFlows: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/flows/import',
    access: 'editor',
    tag: 'flows',
    summary: 'Makes drafts of exported flows; `dryRun` only says what they need',
    status: 201,
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({
      bundle: flowBundleSchema,
      mapping: bundleMapping.prefault({}),
      dryRun: z.boolean().default(false),
    }),
    response: z.object({ flows: z.array(flow), requirements: bundleRequirements }),
  }),
};
