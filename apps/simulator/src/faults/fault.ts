import { z } from 'zod';
import { isKnownError } from './error-catalogue';

export const faultKinds = [
  'error',
  'drop_before',
  'drop_after',
  'delay',
  'hang',
  'garbage',
  'wrong_json',
  'throttle',
  'duplicate_webhook',
  'reorder_webhook',
  'lose_webhook',
  'delay_webhook',
  'wrong_signature',
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
  /** `error` and `throttle`: a row of the error catalogue by name; the fields below replace parts of it. */
  error: z.string().refine(isKnownError, 'is not a name of GET /_control/errors').optional(),
  code: z.int().optional(),
  subcode: z.int().optional(),
  httpStatus: z.int().min(200).max(599).optional(),
  message: z.string().optional(),
  delayMs: z.int().min(0).max(3_600_000).optional(),
  /** `wrong_json`: cut off in the middle, an object of another shape, or nothing at all. */
  shape: z.enum(['truncated', 'unexpected', 'empty']).optional(),
  /** Lets so many that fit pass before it strikes. */
  skip: z.int().min(0).optional(),
  /** How often it strikes; absent = until it is removed. */
  times: z.int().min(1).optional(),
  probability: z.number().min(0).max(1).optional(),
  /** Own dice for `probability`, so that this rule strikes the same calls whatever else happens. */
  seed: z.int().optional(),
  /** `error`, `garbage`, `wrong_json` and `hang` only: the call takes effect although the answer says otherwise. */
  applies: z.boolean().optional(),
});

export const faultSchema = faultInputSchema.extend({
  id: z.string(),
  hits: z.number(),
  passed: z.number().default(0),
});

export type Fault = z.infer<typeof faultSchema>;
export type FaultKind = Fault['kind'];
