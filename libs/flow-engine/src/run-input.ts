import { z } from 'zod';
import { jsonValueSchema } from '@instaflow/flow-model';
import type { InboundEvent } from './inbound-event';

export const effectResultSchema = z.object({
  key: z.string(),
  outcome: z.enum(['sent', 'outside_window', 'failed']),
  /** Machine-readable cause of `failed`. */
  reason: z.string().nullable().default(null),
  data: jsonValueSchema.optional(),
});
/** What became of an effect. */
export type EffectResult = z.infer<typeof effectResultSchema>;

/** Why a run moves. */
export type RunInput =
  | { kind: 'start' }
  | { kind: 'reply'; events: InboundEvent[] }
  | { kind: 'timer' }
  | { kind: 'effect_result'; result: EffectResult };
