import type { FlowNode } from '../flow-definition';
import { jsonValueSchema, type JsonValue } from '../json-value';
import type { FlowOperation } from './flow-operation';

/** A field of a node as plain JSON; undefined when it has none. */
export function readField(node: FlowNode, field: string): JsonValue | undefined {
  const value: unknown = Reflect.get(node, field);
  if (value === undefined) return undefined;
  // Values made in memory may hold `undefined`, which JSON has not.
  const plain: unknown = JSON.parse(JSON.stringify(value));
  const parsed = jsonValueSchema.safeParse(plain);
  return parsed.success ? parsed.data : undefined;
}

/** A path inside a node: `content.buttons.2.text`, or its keys one by one where they may hold dots. */
export type NodePath = string | readonly string[];

function toKeys(path: NodePath): readonly string[] {
  return typeof path === 'string' ? path.split('.') : path;
}

/** What stands at a path such as `content.buttons.2.text`; undefined when nothing does. */
export function readPath(node: FlowNode, path: NodePath): JsonValue | undefined {
  const [field = '', ...rest] = toKeys(path);
  return rest.reduce<JsonValue | undefined>(
    (value, key) => (isContainer(value) && Object.hasOwn(value, key) ? childOf(value, key) : undefined),
    readField(node, field),
  );
}

/** The edit that writes a value at a path of a node; undefined takes away what stands there. */
export function setPath(node: FlowNode, path: NodePath, value: JsonValue | undefined): FlowOperation {
  const [field = '', ...rest] = toKeys(path);
  const whole = rest.length === 0 ? value : replaceAt(readField(node, field) ?? {}, rest, value);
  if (whole === undefined) return { op: 'update_node', nodeId: node.id, set: {}, unset: [field] };
  return { op: 'update_node', nodeId: node.id, set: { [field]: whole } };
}

function replaceAt(
  root: JsonValue,
  [key = '', ...rest]: readonly string[],
  value: JsonValue | undefined,
): JsonValue {
  if (!isContainer(root)) return root;
  const inner = rest.length === 0 ? value : replaceAt(childOf(root, key) ?? {}, rest, value);
  if (Array.isArray(root)) {
    const at = Number(key);
    return inner === undefined ? root.toSpliced(at, 1) : root.with(at, inner);
  }
  const { [key]: _old, ...others } = root;
  return inner === undefined ? others : { ...root, [key]: inner };
}

function isContainer(value: JsonValue | undefined): value is JsonValue[] | { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null;
}

function childOf(value: JsonValue[] | { [key: string]: JsonValue }, key: string): JsonValue | undefined {
  return Array.isArray(value) ? value[Number(key)] : value[key];
}
