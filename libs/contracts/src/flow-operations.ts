import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { flow } from './flows';
import { idParams, uuid } from './primitives';

/** People standing at one node of an older version, and whether they can stand at it in the version they are moved to. */
const standing = z.object({
  version: z.number().int(),
  nodeId: z.string(),
  nodeName: z.string().nullable(),
  count: z.number().int(),
  /** `moves`; or they stay, because the node is gone or has become one of another kind. */
  outcome: z.enum(['moves', 'node_missing', 'node_kind_changed']),
});
export type Standing = z.infer<typeof standing>;

/** What the owner of a flow does to people who are in it. */
export const flowOperationEndpoints = {
  pauseFlow: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/pause',
    access: 'editor',
    tag: 'flows',
    summary:
      'Pauses a flow: nobody starts it, people in it stay where they are, its queued messages are held for up to 24 hours',
    status: 200,
    params: idParams,
    response: flow,
  }),
  resumeFlow: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/resume',
    access: 'editor',
    tag: 'flows',
    summary: 'Ends a pause: held messages leave, waits that came due meanwhile go on',
    status: 200,
    params: idParams,
    response: flow,
  }),
  movePeople: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/versions/{version}/move-people',
    access: 'editor',
    tag: 'flows',
    summary:
      'Moves people standing in other versions of a flow to the same node of this one, up to 1,000 per call; `dryRun` only shows who would go',
    status: 200,
    params: z.strictObject({ id: uuid, version: z.coerce.number().int().min(1) }),
    body: z.strictObject({ dryRun: z.boolean().default(true) }).default({ dryRun: true }),
    response: z.object({
      /** How many were moved by this call. */
      moved: z.number().int(),
      /** How many can still be moved. */
      remaining: z.number().int(),
      /** Where people stand (before this call). */
      standing: z.array(standing),
    }),
  }),
};
