import { z } from 'zod';
import { jsonValueSchema } from '@instaflow/flow-model';
import type { InboundEvent } from './inbound-event';
import type { RunCommand } from './run-command';

export const effectResultSchema = z.object({
  key: z.string(),
  /** Of a message `sent`, `outside_window` or `failed`; of a call `answered` or `unanswered`. */
  outcome: z.enum(['sent', 'outside_window', 'failed', 'answered', 'unanswered']),
  /** Machine-readable cause of `failed` and `unanswered`. */
  reason: z.string().nullable().default(null),
  data: jsonValueSchema.optional(),
});
/** What became of an effect. */
export type EffectResult = z.infer<typeof effectResultSchema>;

/** Whether this is the outcome of a call of another program, which only the run that waits for it may take. */
export function isCallResult({ outcome }: EffectResult): boolean {
  return outcome === 'answered' || outcome === 'unanswered';
}

/** Why a run moves. */
export type RunInput =
  | { kind: 'start' }
  | { kind: 'reply'; events: InboundEvent[] }
  | { kind: 'timer' }
  | { kind: 'command'; command: RunCommand }
  | { kind: 'effect_result'; result: EffectResult };
