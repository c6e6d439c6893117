import type { Effect } from '../effect';
import type { RunState } from '../run-state';

/** The person wrote: what was held back behind the private reply goes out, in its order and with its keys. */
export function openPrivateReply(run: RunState): { run: RunState; effects: Effect[] } {
  if (run.privateReply !== 'unanswered') return { run, effects: [] };
  return { run: { ...run, privateReply: 'answered', held: [] }, effects: run.held };
}
