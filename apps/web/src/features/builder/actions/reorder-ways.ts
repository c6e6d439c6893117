import {
  buttonPayload,
  conditionKey,
  isKind,
  type Button,
  type FlowNode,
  type JsonValue,
} from '@instaflow/flow-model';
import { moveEntry } from '../panel/move-entry';
import type { BuilderStore } from '../state/builder-store';
import { toJsonValue } from './update-step';

type Ways = { ids: string[]; move: (from: number, to: number) => Record<string, unknown> };

/** The ways out of a step whose order is the step's own (answers, branches), by the ids of their outlets. */
export function listOrderedWays(node: FlowNode): string[] {
  return findWays(node)?.ids ?? [];
}

/** Puts a way out one place further up (-1) or down (1); false when it is at the end already, or has no place. */
export function reorderWay(
  store: BuilderStore,
  node: FlowNode,
  { outletId, by }: { outletId: string; by: 1 | -1 },
): boolean {
  const ways = findWays(node);
  const from = ways?.ids.indexOf(outletId) ?? -1;
  const to = from + by;
  if (!ways || from < 0 || to < 0 || to >= ways.ids.length) return false;
  const set: Record<string, JsonValue> = Object.fromEntries(
    Object.entries(ways.move(from, to)).map(([field, value]) => [field, toJsonValue(value)]),
  );
  return store.getState().commit({
    label: { key: 'reorderWays', values: { name: node.name } },
    operations: [{ op: 'update_node', nodeId: node.id, set }],
  });
}

function findWays(node: FlowNode): Ways | null {
  if (isKind(node, 'message') && node.content?.buttons) return waysOfMessage(node.content);
  if (isKind(node, 'condition') || isKind(node, 'randomizer')) {
    const { branches } = node;
    return branches
      ? {
          ids: branches.map(({ id }) => conditionKey({ type: 'branch', value: id })),
          move: (from, to) => ({ branches: moveEntry<unknown>(branches, from, to) }),
        }
      : null;
  }
  return null;
}

/** Buttons that open a web page lead nowhere in the flow; they keep their places. */
function waysOfMessage(content: { buttons?: Button[] | null | undefined }): Ways {
  const buttons = content.buttons ?? [];
  const places = buttons.flatMap((button, index) => (button.type === 'web_url' ? [] : [index]));
  return {
    ids: places.flatMap((place) => {
      const button = buttons[place];
      return button ? [conditionKey({ type: 'button_payload', value: buttonPayload(button) })] : [];
    }),
    move: (from, to) => ({
      content: { ...content, buttons: moveEntry(buttons, places[from] ?? from, places[to] ?? to) },
    }),
  };
}
