import { z } from 'zod';
import { flowBundleSchema } from '@instaflow/flow-model';
import { defineEndpoint } from './endpoint';
import { bundleRequirements } from './flow-bundles';

export const flowTemplate = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.enum(['shops', 'creators', 'agencies']),
  steps: z.number().int(),
  testCount: z.number().int(),
  requirements: bundleRequirements,
  /** `importFlows` makes flows of it. */
  bundle: flowBundleSchema,
});
export type FlowTemplate = z.infer<typeof flowTemplate>;

export const flowTemplateEndpoints = {
  listFlowTemplates: defineEndpoint({
    method: 'GET',
    path: '/flow-templates',
    access: 'user',
    tag: 'flows',
    summary: 'Whole automations to start from',
    status: 200,
    response: z.object({ templates: z.array(flowTemplate) }),
  }),
};
