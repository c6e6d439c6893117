import { jsonValueSchema, type JsonValue } from '@instaflow/flow-model';
import type { BuilderStore } from '../state/builder-store';

/**
 * Changes top-level fields of a step. Undefined takes a field away. `field` names what is being typed in, so that
 * typing on in the same place is one undo step.
 */
export function updateStep(
  store: BuilderStore,
  { nodeId, fields, field }: { nodeId: string; fields: Record<string, unknown>; field?: string },
): void {
  const { commit, definition } = store.getState();
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!node) return;
  const set: Record<string, JsonValue> = {};
  const unset: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) set[name] = toJsonValue(value);
    else if (Object.hasOwn(node, name)) unset.push(name);
  }
  commit({
    label: { key: 'changeStep', values: { name: node.name } },
    operations: [{ op: 'update_node', nodeId, set, unset }],
    ...(field === undefined ? {} : { coalesceKey: `${nodeId}/${field}` }),
  });
}

/** Drops what JSON cannot hold (undefined members of an object). */
export function toJsonValue(value: unknown): JsonValue {
  return jsonValueSchema.parse(JSON.parse(JSON.stringify(value)));
}
