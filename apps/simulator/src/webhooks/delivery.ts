import { z } from 'zod';

export const deliverySchema = z.object({
  id: z.string(),
  accountId: z.string().nullable(),
  igsid: z.string().nullable(),
  kinds: z.array(z.string()),
  /** The bytes that go out; a repeat sends exactly the same ones. */
  body: z.string(),
  /** The first attempt carries a wrong signature. */
  isForged: z.boolean().default(false),
  attempts: z.number(),
  createdAt: z.number(),
  /** Simulated time of the next attempt. */
  dueAt: z.number(),
});

export type Delivery = z.infer<typeof deliverySchema>;

export type AttemptResult = { status: number | null; error: string | null; durationMs: number };
