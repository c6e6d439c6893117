import { z } from 'zod';

const graphEntry = z.object({
  type: z.literal('graph'),
  seq: z.number(),
  /** Simulated time. */
  at: z.number(),
  method: z.string(),
  path: z.string(),
  accountId: z.string().nullable(),
  /** Whose token it was and which one, without giving it away; null when it was none of ours. */
  token: z
    .object({
      login: z.enum(['instagram', 'facebook', 'page']),
      accountId: z.string(),
      scopes: z.array(z.string()),
      /** First 16 hex digits of the SHA-256 of the token. */
      fingerprint: z.string(),
    })
    .nullable()
    .default(null),
  /** Recipient of a send; the person of a private reply once known. */
  igsid: z.string().nullable(),
  commentId: z.string().nullable(),
  /** Parameters without the token. */
  body: z.record(z.string(), z.unknown()),
  /** Did the call take effect? `unanswered`: it did or did not, see `applied`, but the client got no answer. */
  result: z.enum(['accepted', 'rejected', 'unanswered']),
  applied: z.boolean(),
  status: z.number().nullable(),
  mid: z.string().nullable(),
  error: z.object({ code: z.number(), subcode: z.number().nullable(), message: z.string() }).nullable(),
  fault: z.string().nullable(),
});

const webhookEntry = z.object({
  type: z.literal('webhook'),
  seq: z.number(),
  at: z.number(),
  deliveryId: z.string(),
  attempt: z.number(),
  accountId: z.string().nullable(),
  igsid: z.string().nullable(),
  kinds: z.array(z.string()),
  /** HTTP status, or null when there was no answer; see `error`. */
  status: z.number().nullable(),
  outcome: z.enum(['delivered', 'failed', 'skipped']),
  error: z.string().nullable(),
  durationMs: z.number(),
  body: z.string(),
});

export const ledgerEntrySchema = z.discriminatedUnion('type', [graphEntry, webhookEntry]);
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export type GraphLedgerEntry = z.infer<typeof graphEntry>;
export type WebhookLedgerEntry = z.infer<typeof webhookEntry>;
