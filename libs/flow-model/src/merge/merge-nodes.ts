import { conditionKey, type Connection } from '../connection-condition';
import { flowNodeSchema, isNodeKind, type FlowNode } from '../flow-definition';
import { jsonValueSchema, type JsonValue } from '../json-value';
import { nodeSchemas } from '../kinds/node-schemas';
import { withoutConnections, type FlowConflict } from './flow-conflict';
import { mergeOrder, toKeyed } from './merge-lists';
import { isEqual, mergeValue, type Clash, type Sides } from './merge-value';

export type MergedNode = { node: FlowNode | null; conflicts: FlowConflict[] };

/** A value as a conflict shows it. */
export function toJson(value: unknown): JsonValue | undefined {
  if (value === undefined) return undefined;
  const plain: unknown = JSON.parse(JSON.stringify(value));
  return jsonValueSchema.parse(plain);
}

/**
 * One node of three documents; null where it is gone. `isNeeded`: the side that did not delete it leads something new
 * to it, so that it has to stay.
 */
export function mergeNode(sides: Sides<FlowNode | null>, isNeeded: boolean): MergedNode {
  const { base, mine, theirs } = sides;
  if (!mine || !theirs) return mergeDeleted(sides, isNeeded);
  if (mine.type !== theirs.type) return mergeWhole(sides);
  const own = {
    base: base ? withoutConnections(base) : undefined,
    mine: withoutConnections(mine),
    theirs: withoutConnections(theirs),
  };
  const fields = mergeValue(own, isWholeField);
  const edges = mergeEdges({
    base: base?.connections ?? [],
    mine: mine.connections,
    theirs: theirs.connections,
  });
  const schema = isNodeKind(mine.type) ? nodeSchemas[mine.type] : flowNodeSchema;
  const parsed = schema.safeParse({ ...asObject(fields.value), connections: edges.connections });
  if (!parsed.success) return mergeWhole(sides);
  const node = pickUntouched(sides, { ...parsed.data, connections: edges.connections });
  const clashes = [...fields.clashes, ...edges.clashes];
  return { node, conflicts: clashes.map((clash) => toConflict(node, clash)) };
}

/** Inside these, fields stand for themselves; the rules of a condition or the times of a wait belong together. */
const divisible = new Set(['content', 'headers']);

function isWholeField([field, ...inner]: readonly string[]): boolean {
  return field !== undefined && (inner.length > 0 || !divisible.has(field));
}

/** The very object of a side when nothing was merged into it. */
function pickUntouched({ mine, theirs }: Sides<FlowNode | null>, merged: FlowNode): FlowNode {
  if (theirs && isEqual(theirs, merged)) return theirs;
  return mine && isEqual(mine, merged) ? mine : merged;
}

function toConflict(node: FlowNode, { path, base, mine, theirs }: Clash): FlowConflict {
  return {
    nodeId: node.id,
    nodeName: node.name,
    path,
    reason: 'both_changed',
    base: toJson(base),
    mine: toJson(mine),
    theirs: toJson(theirs),
  };
}

/** Nodes of different kinds have nothing to merge: the one that was changed is taken. */
function mergeWhole({ base, mine, theirs }: Sides<FlowNode | null>): MergedNode {
  if (!mine || !theirs || isEqual(base, mine)) return { node: theirs ?? mine, conflicts: [] };
  if (isEqual(base, theirs)) return { node: mine, conflicts: [] };
  return {
    node: theirs,
    conflicts: [toConflict(theirs, { path: [], base: base ?? undefined, mine, theirs })],
  };
}

/** At least one side has no such node any more (or, without a base, never had). */
function mergeDeleted({ base, mine, theirs }: Sides<FlowNode | null>, isNeeded: boolean): MergedNode {
  const left = mine ?? theirs;
  if (!left || !base) return { node: left, conflicts: [] };
  if (!isNeeded && isSameButMoved(base, left)) return { node: null, conflicts: [] };
  const conflict: FlowConflict = {
    nodeId: left.id,
    nodeName: left.name,
    path: [],
    reason: 'deleted_and_changed',
    base: toJson(base),
    mine: toJson(mine ?? undefined),
    theirs: toJson(theirs ?? undefined),
  };
  return { node: left, conflicts: [conflict] };
}

function isSameButMoved(base: FlowNode, left: FlowNode): boolean {
  const { position: _a, ...before } = base;
  const { position: _b, ...after } = left;
  return isEqual(before, after);
}

function mergeEdges(sides: Sides<readonly Connection[]>): { connections: Connection[]; clashes: Clash[] } {
  const keyed = {
    base: toKeyed(sides.base, edgeKey),
    mine: toKeyed(sides.mine, edgeKey),
    theirs: toKeyed(sides.theirs, edgeKey),
  };
  const maps = {
    base: new Map(keyed.base.map(({ key, value }) => [key, value])),
    mine: new Map(keyed.mine.map(({ key, value }) => [key, value])),
    theirs: new Map(keyed.theirs.map(({ key, value }) => [key, value])),
  };
  const merged = new Map<string, Connection>();
  const clashes: Clash[] = [];
  for (const key of new Set([...maps.theirs.keys(), ...maps.mine.keys()])) {
    const of = mergeEdge(key, maps);
    clashes.push(...of.clashes);
    if (of.connection) merged.set(key, of.connection);
  }
  const order = mergeOrder({
    base: keyed.base.map(({ key }) => key),
    mine: keyed.mine.map(({ key }) => key),
    theirs: keyed.theirs.map(({ key }) => key),
    kept: new Set(merged.keys()),
  });
  return { connections: order.flatMap((key) => merged.get(key) ?? []), clashes };
}

function mergeEdge(key: string, { base, mine, theirs }: Sides<ReadonlyMap<string, Connection>>) {
  const sides = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
  const { value, clashes } = mergeValue(sides, () => true);
  const connection = [sides.theirs, sides.mine].find((edge) => edge !== undefined && edge === value) ?? null;
  return { connection, clashes: clashes.map((clash) => ({ ...clash, path: ['connections', key] })) };
}

function edgeKey({ condition }: Connection): string {
  return conditionKey(condition);
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
