import { z } from 'zod';

const graphCall = z.object({
  type: z.literal('graph'),
  seq: z.number(),
  /** Epoch ms when the simulator had decided about the call. */
  at: z.number(),
  method: z.string(),
  path: z.string(),
  accountId: z.string().nullable(),
  igsid: z.string().nullable(),
  commentId: z.string().nullable(),
  body: z.record(z.string(), z.unknown()),
  result: z.enum(['accepted', 'rejected', 'unanswered']),
  applied: z.boolean(),
  mid: z.string().nullable(),
  error: z.object({ code: z.number(), subcode: z.number().nullable(), message: z.string() }).nullable(),
  fault: z.string().nullable(),
});

const delivery = z.object({
  type: z.literal('webhook'),
  seq: z.number(),
  at: z.number(),
  deliveryId: z.string(),
  accountId: z.string().nullable(),
  outcome: z.enum(['delivered', 'failed', 'skipped']),
  body: z.string(),
});

export const ledgerPage = z.object({
  entries: z.array(z.discriminatedUnion('type', [graphCall, delivery])),
  nextCursor: z.number(),
});

export type GraphCall = z.infer<typeof graphCall>;
export type WebhookDelivery = z.infer<typeof delivery>;
export type LedgerEntry = GraphCall | WebhookDelivery;
