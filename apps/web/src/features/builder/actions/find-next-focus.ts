import type { FlowDefinition } from '@instaflow/flow-model';
import { listFlowOrder } from '../canvas/list-flow-order';

/** The step that takes over the focus when some are deleted: the one before the first of them in flow order. */
export function findNextFocus(definition: FlowDefinition, deletedIds: string[]): string | null {
  const deleted = new Set(deletedIds);
  const order = listFlowOrder(definition);
  const place = order.findIndex((id) => deleted.has(id));
  const before = order.slice(0, Math.max(place, 0)).findLast((id) => !deleted.has(id));
  return before ?? order.find((id) => !deleted.has(id)) ?? null;
}
