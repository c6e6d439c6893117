import { z } from 'zod';
import { jsonValueSchema } from '@instaflow/flow-model';

/** One executed node (or one resumption of it), as shown to the owner. */
export const traceStepSchema = z.object({
  at: z.number(),
  runId: z.string(),
  flowId: z.string(),
  flowVersionId: z.string(),
  nodeId: z.string(),
  nodeType: z.string(),
  visit: z.number(),
  outcome: z.enum(['advanced', 'waiting', 'finished', 'failed']),
  /** The key of the condition that was taken, `next` for the default connection. */
  branch: z.string().nullable(),
  targetNodeId: z.string().nullable(),
  reason: z.string().nullable(),
  detail: z.record(z.string(), jsonValueSchema),
  effectKeys: z.array(z.string()),
});
export type TraceStep = z.infer<typeof traceStepSchema>;
