import type { BuilderStore } from '../../state/builder-store';
import { writeBreakpoints } from './stored-breakpoints';

/** Sets breakpoints on steps, or takes them away when all of them have one; false when none can. Notes never do. */
export function toggleBreakpoints(
  store: BuilderStore,
  { flowId, nodeIds }: { flowId: string; nodeIds: ReadonlySet<string> },
): boolean {
  const { definition, breakpointIds, setBreakpoints } = store.getState();
  const steps = definition.nodes.filter(({ type }) => type !== 'note').map(({ id }) => id);
  const chosen = steps.filter((id) => nodeIds.has(id));
  if (chosen.length === 0) return false;
  const isTaken = chosen.every((id) => breakpointIds.has(id));
  // Those of steps that have been deleted go with the next change.
  const next = steps.filter((id) => (chosen.includes(id) ? !isTaken : breakpointIds.has(id)));
  setBreakpoints(new Set(next));
  writeBreakpoints(flowId, new Set(next));
  return true;
}
