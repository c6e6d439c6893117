import { pasteFragment, type FlowFragment } from '@instaflow/flow-model';
import { readClipboardDocument, writeClipboardDocument } from '../clipboard/clipboard-document';
import type { Position } from '../canvas/position';
import type { BuilderStore } from '../state/builder-store';
import { newNodeId } from './new-node-id';

const offset = 48;

/** The selected steps as text for the clipboard; null when there is nothing to copy. */
export function copySelection(store: BuilderStore): string | null {
  const { definition, selectedNodeIds, automaticPositions } = store.getState();
  const hasSteps = definition.nodes.some(({ id, type }) => selectedNodeIds.has(id) && type !== 'start');
  return hasSteps ? writeClipboardDocument(definition, selectedNodeIds, automaticPositions) : null;
}

/** Pastes steps from a clipboard text; false when the text holds none. */
export function pasteText(store: BuilderStore, text: string, at: Position): boolean {
  const fragment = readClipboardDocument(text);
  if (!fragment || fragment.nodes.length === 0) return false;
  insertCopies(store, fragment, { at, key: 'pasteSteps' });
  return true;
}

/** Puts copies of the selected steps a little below them. */
export function duplicateSelection(store: BuilderStore): void {
  const text = copySelection(store);
  const fragment = text === null ? null : readClipboardDocument(text);
  if (!fragment || fragment.nodes.length === 0) return;
  const left = Math.min(...fragment.nodes.map(({ position }) => position?.x ?? 0));
  const top = Math.min(...fragment.nodes.map(({ position }) => position?.y ?? 0));
  insertCopies(store, fragment, { at: { x: left + offset, y: top + offset }, key: 'duplicateSteps' });
}

function insertCopies(
  store: BuilderStore,
  fragment: FlowFragment,
  { at, key }: { at: Position; key: 'pasteSteps' | 'duplicateSteps' },
): void {
  const paste = pasteFragment(fragment, { newId: newNodeId, at });
  const { commit, goToNode } = store.getState();
  const ids = paste.nodes.map(({ id }) => id);
  const isDone = commit({
    label: { key, values: { count: ids.length } },
    operations: [paste],
    select: ids,
  });
  const [first] = ids;
  if (isDone && ids.length === 1 && first !== undefined) goToNode(first);
}
