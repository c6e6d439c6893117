import type { FlowDefinition, FlowNode } from '../flow-definition';
import { isEqual } from '../merge/merge-value';
import { diffEdges, type EdgeChange } from './diff-edges';
import { diffFields, type FieldChange } from './diff-fields';
import { describeNodeChange, type ChangeWords } from './describe-node-change';

export type NodeRef = { nodeId: string; name: string; type: string };

export type NodeChange = NodeRef & {
  fields: FieldChange[];
  edges: EdgeChange[];
  /** It was moved as well. */
  isMoved: boolean;
  /** What happened as keys and values, one for each line of a list of changes. */
  words: ChangeWords[];
};

/** What makes the second of two documents another one than the first. */
export type FlowDiff = {
  added: NodeRef[];
  removed: NodeRef[];
  changed: NodeChange[];
  /** Only drawn elsewhere: nothing changes for anybody. */
  moved: NodeRef[];
  start: { before: string; after: string } | null;
  /** Groups, notes and what else the document holds besides nodes. */
  document: FieldChange[];
};

/** Compares two documents node by node. Nodes are the same when their ids are; order of nodes means nothing. */
export function diffFlows(before: FlowDefinition, after: FlowDefinition): FlowDiff {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const current = new Map(after.nodes.map((node) => [node.id, node]));
  const names = nameNodes(before, after);
  const diff: FlowDiff = {
    added: after.nodes.filter(({ id }) => !old.has(id)).map(toRef),
    removed: before.nodes.filter(({ id }) => !current.has(id)).map(toRef),
    changed: [],
    moved: [],
    start:
      before.startNodeId === after.startNodeId
        ? null
        : { before: before.startNodeId, after: after.startNodeId },
    document: diffFields(withoutNodes(before), withoutNodes(after)),
  };
  for (const node of after.nodes) {
    const was = old.get(node.id);
    if (was) compareNode(was, node, names, diff);
  }
  return diff;
}

/** Whether two documents do the same for everybody who walks them; only places, groups and notes may differ. */
export function isSameBehaviour({ added, removed, changed, start }: FlowDiff): boolean {
  const isDrawn = (list: readonly NodeRef[]): boolean => list.every(({ type }) => type === 'note');
  return isDrawn(added) && isDrawn(removed) && isDrawn(changed) && start === null;
}

function compareNode(
  before: FlowNode,
  after: FlowNode,
  names: ReadonlyMap<string, string>,
  diff: FlowDiff,
): void {
  const fields = diffFields(withoutPlace(before), withoutPlace(after));
  const edges = diffEdges(before, after, names);
  const isMoved = !isEqual(before.position ?? null, after.position ?? null);
  if (fields.length > 0 || edges.length > 0) {
    const words = describeNodeChange({ fields, edges });
    diff.changed.push({ ...toRef(after), fields, edges, isMoved, words });
  } else if (isMoved) {
    diff.moved.push(toRef(after));
  }
}

function toRef({ id, name, type }: FlowNode): NodeRef {
  return { nodeId: id, name, type };
}

function nameNodes(...definitions: readonly FlowDefinition[]): Map<string, string> {
  return new Map(definitions.flatMap(({ nodes }) => nodes.map(({ id, name }) => [id, name || id])));
}

function withoutNodes({ nodes: _n, startNodeId: _s, schemaVersion: _v, ...rest }: FlowDefinition): object {
  return rest;
}

function withoutPlace({ connections: _c, position: _p, isDisabled: off, ...fields }: FlowNode): object {
  // Said to be on and nothing said are the same.
  return off === true ? { ...fields, isDisabled: true } : fields;
}
