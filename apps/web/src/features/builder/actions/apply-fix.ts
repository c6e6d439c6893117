import type { FlowFix, FlowOperation } from '@instaflow/flow-model';
import type { BuilderStore } from '../state/builder-store';

/** Whether the problems on show are those of the document as it is: a repair of an older one might hit something else. */
export function areProblemsCurrent(store: BuilderStore): boolean {
  const { checkedDefinition, definition } = store.getState();
  return checkedDefinition === definition;
}

/** Repairs a problem as one edit; false when the document has moved on since it was checked. */
export function applyFix(store: BuilderStore, fix: FlowFix): boolean {
  if (!areProblemsCurrent(store)) return false;
  return store
    .getState()
    .commit({ label: { key: 'applyFix', values: { what: fix.label } }, operations: fix.operations });
}

/** Applies the repair of everything that was found as one edit. */
export function applyRepair(
  store: BuilderStore,
  { operations, count }: { operations: FlowOperation[]; count: number },
): boolean {
  return store.getState().commit({ label: { key: 'applyFixes', values: { count } }, operations });
}
