import { createNode, isKind } from '@instaflow/flow-model';
import { findFreePlace } from '../canvas/place-node';
import type { Position } from '../canvas/position';
import { measureNode } from '../card/measure-node';
import type { PastedContent } from '../clipboard/to-message-content';
import type { BuilderStore } from '../state/builder-store';
import { toFreeName } from './add-step';
import { newNodeId } from './new-node-id';

/** Puts a message that says this on the canvas, unconnected, and opens it; false when the document refused it. */
export function addMessage(
  store: BuilderStore,
  { content, name, at }: { content: PastedContent; name: string; at: Position },
): boolean {
  const { definition, automaticPositions, commit, openNode } = store.getState();
  const id = newNodeId();
  const made = createNode({ kind: 'message', id, name: toFreeName(name, definition.nodes) });
  if (!isKind(made, 'message')) return false;
  const filled = { ...made, content: { ...made.content, ...content } };
  const { height } = measureNode(filled);
  const position = findFreePlace({ definition, automaticPositions, at, height });
  const node = { ...filled, position };
  const isAdded = commit({
    label: { key: 'pasteMessage', values: { name: node.name } },
    operations: [{ op: 'add_node', node }],
    select: [id],
  });
  if (isAdded) openNode(id, content.text === '' ? 'content.text' : undefined);
  return isAdded;
}
