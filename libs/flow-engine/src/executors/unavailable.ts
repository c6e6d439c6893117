import type { Executor } from '../run/step';

/** Kinds that can be drawn but not run yet: publishing is refused, and a run that gets here all the same ends. */
export const executeUnavailable: Executor = () => ({ outcome: 'failed', reason: 'node_not_available' });
