import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { idParams, jsonObject } from './primitives';

export const maxDescriptionLength = 2_000;

/** Steps that were drafted from words. Nothing of them is in the flow until an editor's save puts it there. */
export const flowProposal = z.object({
  /** What was drafted and what is left to fill in, for a person. */
  summary: z.string(),
  firstNodeId: z.string(),
  /** As in a flow document: with new ids, led to each other only, without places. */
  nodes: z.array(jsonObject),
  /** What it cost, as the model's server counted; null when it did not say. */
  usage: z.object({ inputTokens: z.number().int(), outputTokens: z.number().int() }).nullable(),
});
export type FlowProposal = z.infer<typeof flowProposal>;

export const flowProposalEndpoints = {
  proposeSteps: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/propose-steps',
    access: 'editor',
    tag: 'flows',
    summary:
      'Drafts steps from words with the language model this installation is connected to; the flow is left as it is',
    status: 200,
    params: idParams,
    body: z.strictObject({
      description: z.string().trim().min(1).max(maxDescriptionLength),
      /** The step of the draft they are to follow. */
      afterNodeId: z.string().min(1).max(200).nullable().default(null),
    }),
    response: flowProposal,
  }),
};
