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
  /** What was asked for those whose step is gone: where they go on; null: their walk ends. Absent: they stay. */
  goesTo: z.object({ nodeId: z.string(), nodeName: z.string() }).nullable().optional(),
  /** By `dryRun`, for those whose step is gone: the next one on their way that the version has; null without any. */
  next: z.object({ nodeId: z.string(), nodeName: z.string() }).nullable().optional(),
});
export type Standing = z.infer<typeof standing>;

const nodeId = z.string().min(1).max(200);

/** What becomes of people at steps the version does not have, or has as another kind. */
const removedStep = z.strictObject({
  nodeId,
  /** The step they go on at; null ends their walk. */
  targetNodeId: nodeId.nullable(),
});
export type RemovedStep = z.infer<typeof removedStep>;

const movePeopleBody = z.strictObject({
  dryRun: z.boolean().default(true),
  /** Whether those whose step is still there go along. */
  moveKept: z.boolean().default(true),
  /** Whoever stands at a step that is gone and not named here finishes the version they are in. */
  removedSteps: z.array(removedStep).max(500).default([]),
});

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
      'Moves people standing in other versions of a flow to the same node of this one, and those whose node is gone to one that is named (422 `step_missing` when it is not there) or out of the flow, up to 1,000 each per call; `dryRun` only shows who would go',
    status: 200,
    params: z.strictObject({ id: uuid, version: z.coerce.number().int().min(1) }),
    body: movePeopleBody.prefault({}),
    response: z.object({
      /** How many were moved by this call. */
      moved: z.number().int(),
      /** How many walks this call ended. */
      ended: z.number().int().optional(),
      /** Those at named steps who cannot go now, by reason. */
      refused: z.array(z.object({ reason: z.string(), count: z.number().int() })).optional(),
      /** How many can still be moved or ended. */
      remaining: z.number().int(),
      /** Where people stand (before this call). */
      standing: z.array(standing),
    }),
  }),
};
