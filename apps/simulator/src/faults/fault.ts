import { z } from 'zod';

export const faultKinds = [
  'error',
  'drop_before',
  'drop_after',
  'delay',
  'hang',
  'garbage',
  'throttle',
  'duplicate_webhook',
  'reorder_webhook',
  'lose_echo',
  'echo_before_answer',
] as const;

export const faultInputSchema = z.strictObject({
  match: z
    .strictObject({
      /** Part of the Graph path (`/messages`), or of a webhook field (`comments`); `*` matches anything. */
      path: z.string().optional(),
      method: z.string().optional(),
      accountId: z.string().optional(),
      igsid: z.string().optional(),
    })
    .default({}),
  kind: z.enum(faultKinds),
  code: z.int().optional(),
  subcode: z.int().optional(),
  httpStatus: z.int().min(200).max(599).optional(),
  message: z.string().optional(),
  delayMs: z.int().min(0).max(3_600_000).optional(),
  /** How often it strikes; absent = until it is removed. */
  times: z.int().min(1).optional(),
  probability: z.number().min(0).max(1).optional(),
  /** `error`, `garbage` and `hang` only: the call takes effect although the answer says otherwise. */
  applies: z.boolean().optional(),
});

export const faultSchema = faultInputSchema.extend({ id: z.string(), hits: z.number() });

export type Fault = z.infer<typeof faultSchema>;
export type FaultKind = Fault['kind'];
