import { z } from 'zod';

export const runCommandKinds = ['release', 'skip', 'cancel', 'retry', 'move'] as const;

/** What a person tells a contact's run to do; decided in the contact's next turn, like anything that arrives. */
export const runCommandSchema = z.object({
  /**
   * `release`: the wait ends now, as if its time had come. `skip`: the run goes on after its node by `else` or the
   * default connection. `cancel`: the run ends. `retry`: a failed run, opened again, enters its failed node anew. `move`: the run enters another step.
   */
  kind: z.enum(runCommandKinds),
  runId: z.string(),
  /** Where the run stood when the person decided: it is not moved from anywhere else. Null: wherever it stands. */
  standsAt: z.object({ nodeId: z.string().nullable(), stepCount: z.number() }).nullable(),
  byUserId: z.string().nullable(),
  /** The person's own words. */
  note: z.string().nullable(),
  /** What a retry has to know of the failure. */
  retry: z
    .object({
      nodeId: z.string(),
      flowVersionId: z.string(),
      /** Where the run comes back to, when it had left the failed node's flow; else the run still knows. */
      callStack: z
        .array(z.object({ flowId: z.string(), flowVersionId: z.string(), nodeId: z.string() }))
        .optional(),
      /** Messages of the failed visit that did go out, by their place in the keys: they are not sent again. */
      sentIndexes: z.array(z.number()),
      /** The failed message was the private reply to the comment, which is still to come. */
      isPrivateReplyOwed: z.boolean(),
      /** What the failed step and those after it did for good, in their order: it is not done a second time. */
      done: z.array(z.object({ flowVersionId: z.string(), nodeId: z.string() })).optional(),
    })
    .optional(),
  /** Of `move`: the step it goes on at, in the version it is pinned to from then on. */
  move: z.object({ nodeId: z.string(), flowVersionId: z.string() }).optional(),
});
export type RunCommand = z.infer<typeof runCommandSchema>;
export type RunCommandKind = RunCommand['kind'];
