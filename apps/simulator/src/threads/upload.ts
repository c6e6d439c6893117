import { z } from 'zod';

export const uploadSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  type: z.string(),
  url: z.string(),
});

/** A file the business uploaded for use in several messages. */
export type Upload = z.infer<typeof uploadSchema>;
