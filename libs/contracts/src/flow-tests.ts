import { z } from 'zod';
import { flowTestSchema } from '@instaflow/flow-model';
import { defineEndpoint } from './endpoint';
import { idParams, jsonValue, noContent, timestamp, uuid } from './primitives';

/** A conversation as it is saved: what happens, and what has to come of it. */
export const flowTest = flowTestSchema;

export const flowTestDifference = z.object({
  /** Index of the step after which it was noticed. */
  step: z.number().int(),
  what: z.string(),
  expected: jsonValue,
  actual: jsonValue,
  message: z.string(),
});

export const flowTestOutcome = z.object({
  testId: uuid,
  name: z.string(),
  outcome: z.enum(['passed', 'failed']),
  differences: z.array(flowTestDifference),
});
export type FlowTestOutcome = z.infer<typeof flowTestOutcome>;

/** A conversation kept with a flow. */
export const savedFlowTest = z.object({
  testId: uuid,
  flowId: uuid,
  test: flowTest,
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type SavedFlowTest = z.infer<typeof savedFlowTest>;

const testParams = z.strictObject({ id: uuid, testId: uuid });
const testBody = z.strictObject({ test: flowTest });

export const flowTestEndpoints = {
  listFlowTests: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/tests',
    access: 'viewer',
    tag: 'flows',
    summary: 'Saved conversations of a flow, oldest first, 200 at most',
    status: 200,
    params: idParams,
    response: z.object({ tests: z.array(savedFlowTest) }),
  }),
  createFlowTest: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/tests',
    access: 'editor',
    tag: 'flows',
    summary: 'Keeps a conversation as a test of a flow',
    status: 201,
    params: idParams,
    body: testBody,
    response: savedFlowTest,
  }),
  updateFlowTest: defineEndpoint({
    method: 'PUT',
    path: '/flows/{id}/tests/{testId}',
    access: 'editor',
    tag: 'flows',
    summary: 'Replaces a saved conversation',
    status: 200,
    params: testParams,
    body: testBody,
    response: savedFlowTest,
  }),
  deleteFlowTest: defineEndpoint({
    method: 'DELETE',
    path: '/flows/{id}/tests/{testId}',
    access: 'editor',
    tag: 'flows',
    summary: 'Deletes a saved conversation',
    status: 204,
    params: testParams,
    response: noContent,
  }),
  runFlowTests: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/tests/run',
    access: 'viewer',
    tag: 'flows',
    summary: 'Plays all saved conversations with the draft of a flow; nothing is sent',
    status: 200,
    params: idParams,
    response: z.object({ passed: z.boolean(), results: z.array(flowTestOutcome) }),
  }),
};
