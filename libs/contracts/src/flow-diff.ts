import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { jsonValue, uuid } from './primitives';

const nodeRef = z.object({ nodeId: z.string(), name: z.string(), type: z.string() });
const fieldChange = z.object({
  path: z.array(z.string()),
  before: jsonValue.optional(),
  after: jsonValue.optional(),
});
const target = z.object({ nodeId: z.string(), name: z.string() }).nullable();

/** What makes one version of a flow another one than an earlier. */
export const flowDiff = z.object({
  added: z.array(nodeRef),
  removed: z.array(nodeRef),
  changed: z.array(
    nodeRef.extend({
      fields: z.array(fieldChange),
      edges: z.array(z.object({ key: z.string(), outlet: z.string(), before: target, after: target })),
      isMoved: z.boolean(),
      /** One line each for a list of changes: a key of the catalogue and its values. */
      words: z.array(z.object({ key: z.string(), values: z.record(z.string(), z.string()) })),
    }),
  ),
  /** Only drawn elsewhere. */
  moved: z.array(nodeRef),
  start: z.object({ before: z.string(), after: z.string() }).nullable(),
  document: z.array(fieldChange),
});

/** What a change means for the people who stand at a node. */
export const peopleImpact = z.object({
  nodeId: z.string(),
  nodeName: z.string(),
  count: z.number().int(),
  outcome: z.enum(['stays', 'moves', 'ends']),
  target,
  /** Buttons they still see that lead nowhere any more. */
  lostOutlets: z.array(z.string()),
});

export const flowDiffEndpoints = {
  diffFlowVersions: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/versions/{version}/diff/{other}',
    access: 'viewer',
    tag: 'flows',
    summary: 'What changed between two versions, and what it means for the people who stand in the first',
    status: 200,
    params: z.strictObject({
      id: uuid,
      version: z.coerce.number().int().min(1),
      other: z.union([z.literal('draft'), z.coerce.number().int().min(1)]),
    }),
    response: z.object({ diff: flowDiff, impact: z.array(peopleImpact) }),
  }),
};
