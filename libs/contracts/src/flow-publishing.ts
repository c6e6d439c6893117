import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { flowDiff, peopleImpact } from './flow-diff';
import { flowTestOutcome } from './flow-tests';
import { flow, flowProblem } from './flows';
import { idParams } from './primitives';

export const publishPreview = z.object({
  problems: z.array(flowProblem),
  /** What publishing changes; null when nothing was ever published. */
  diff: flowDiff.nullable(),
  /** What it would mean for the people in the published version, were they moved. */
  impact: z.array(peopleImpact),
  tests: z.object({ passed: z.boolean(), results: z.array(flowTestOutcome) }),
  /** Of the draft this was found out about. */
  revision: z.number().int(),
});
export type PublishPreview = z.infer<typeof publishPreview>;

export const flowPublishingEndpoints = {
  previewPublish: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/publish-preview',
    access: 'viewer',
    tag: 'flows',
    summary: 'What publishing the draft would change, for whom, and whether it may',
    status: 200,
    params: idParams,
    response: publishPreview,
  }),
  publishFlow: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/publish',
    access: 'editor',
    tag: 'flows',
    summary:
      'Publishes the draft as a new immutable version (422 with the problems when it does not validate, 422 `flow_tests_failed` when a saved conversation does not hold)',
    status: 200,
    params: idParams,
    body: z
      .strictObject({
        note: z.string().max(500).default(''),
        revision: z.number().int().optional(),
        runTests: z.boolean().default(true),
        ignoreFailedTests: z.boolean().default(false),
      })
      .prefault({}),
    response: flow,
  }),
};
