import { listFlowOrder } from '../canvas/list-flow-order';
import type { BuilderStore } from '../state/builder-store';
import { selectOnlyNodeId } from '../state/selection-slice';

/**
 * Opens the next step with a problem, in flow order from the selected one and round again, at the field it is about;
 * false when no step has any.
 */
export function goToNextIssue(store: BuilderStore): boolean {
  const state = store.getState();
  const faulty = new Map<string, string>();
  for (const { nodeId, path } of state.problems)
    if (nodeId !== null && !faulty.has(nodeId)) faulty.set(nodeId, path);
  const order = listFlowOrder(state.definition);
  const current = order.indexOf(selectOnlyNodeId(state) ?? '');
  const next = [...order.slice(current + 1), ...order.slice(0, current + 1)].find((id) => faulty.has(id));
  if (next === undefined) return false;
  state.openNode(next, faulty.get(next));
  return true;
}
