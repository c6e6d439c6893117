import { runStateSchema, type RunState } from '@instaflow/flow-engine';
import { AppError } from '@instaflow/platform';

/** The engine's account of a stored run. */
export function readRunState(state: unknown): RunState {
  const parsed = runStateSchema.safeParse(state);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: 'internal_error',
    kind: 'unexpected',
    message: 'The state of a run is unreadable.',
    cause: parsed.error,
  });
}
