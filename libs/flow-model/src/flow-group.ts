import { z } from 'zod';

/** Nodes drawn as one: a frame around them, or one card when collapsed. A node is in one group at most. */
export const flowGroupSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().default(''),
  nodeIds: z.array(z.string()),
  isCollapsed: z.boolean().optional(),
  color: z.string().optional(),
});
export type FlowGroup = z.infer<typeof flowGroupSchema>;
