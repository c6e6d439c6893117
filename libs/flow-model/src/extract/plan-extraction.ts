import { conditionKey } from '../connection-condition';
import type { FlowDefinition, FlowNode } from '../flow-definition';
import { listOutlets } from '../kinds/list-outlets';
import { copyFragment, type FlowFragment } from '../operations/fragment';

/** Steps that can become a flow of their own, called from where they were. */
export type Extraction = {
  ok: true;
  fragment: FlowFragment;
  /** Where people enter. */
  entryId: string;
  /** Where they go on afterwards; null when nothing outside follows. */
  exitId: string | null;
  /** Steps that people end at now. After a call they would go on at the exit from there; empty without one. */
  endingIds: string[];
};

/** Why steps cannot become a flow of their own; `nodeIds` are the steps it is about. */
export type ExtractionRefusal = {
  ok: false;
  reason: 'no_steps' | 'several_entries' | 'several_exits';
  nodeIds: string[];
};

/**
 * Looks whether the chosen steps can become a flow of their own: a call of it has one way in and one way on. The start
 * stays where it is; notes come along.
 */
export function planExtraction(
  definition: FlowDefinition,
  nodeIds: ReadonlySet<string>,
): Extraction | ExtractionRefusal {
  const chosen = new Set([...nodeIds].filter((id) => id !== definition.startNodeId));
  const fragment = copyFragment(definition, chosen);
  const steps = fragment.nodes.filter(({ type }) => type !== 'note');
  if (steps.length === 0) return { ok: false, reason: 'no_steps', nodeIds: [] };
  const insideIds = new Set(fragment.nodes.map(({ id }) => id));
  const entryIds = findEntries(definition, steps, insideIds);
  const [entryId] = entryIds;
  if (entryId === undefined || entryIds.length > 1) {
    return { ok: false, reason: 'several_entries', nodeIds: entryIds };
  }
  const exitIds = findExits(definition, insideIds);
  if (exitIds.length > 1) return { ok: false, reason: 'several_exits', nodeIds: exitIds };
  const exitId = exitIds[0] ?? null;
  const before = definition.nodes.filter(({ id }) => insideIds.has(id));
  const endingIds = exitId === null ? [] : before.filter(endsHere).map(({ id }) => id);
  return { ok: true, fragment, entryId, exitId, endingIds };
}

/** Steps that something outside leads to; when nothing does, those that nothing leads to, or the first in a circle. */
function findEntries(
  { nodes }: FlowDefinition,
  steps: readonly FlowNode[],
  insideIds: ReadonlySet<string>,
): string[] {
  const targetsOf = (isInside: boolean) =>
    new Set(
      nodes
        .filter(({ id }) => insideIds.has(id) === isInside)
        .flatMap(({ id, connections }) =>
          connections.flatMap(({ targetNodeId }) => (targetNodeId === id ? [] : targetNodeId)),
        ),
    );
  const ids = steps.map(({ id }) => id);
  const fromOutside = targetsOf(false);
  const entered = ids.filter((id) => fromOutside.has(id));
  if (entered.length > 0) return entered;
  const fromInside = targetsOf(true);
  const roots = ids.filter((id) => !fromInside.has(id));
  return roots.length > 0 ? roots : ids.slice(0, 1);
}

function findExits({ nodes }: FlowDefinition, insideIds: ReadonlySet<string>): string[] {
  const known = new Set(nodes.map(({ id }) => id));
  const targets = nodes
    .filter(({ id }) => insideIds.has(id))
    .flatMap(({ connections }) => connections.map(({ targetNodeId }) => targetNodeId));
  return [...new Set(targets.filter((id) => known.has(id) && !insideIds.has(id)))];
}

/** Whether a run can be through here. One that fails or gets no reply ends without returning to a caller. */
function endsHere(node: FlowNode): boolean {
  const connected = new Set(node.connections.map(({ condition }) => conditionKey(condition)));
  if (connected.has(conditionKey(null))) return false;
  const ways = listOutlets(node).filter(
    ({ condition, isException }) => !isException && condition?.type !== 'timeout',
  );
  const answers = ways.filter(({ condition }) => condition !== null);
  return (answers.length > 0 ? answers : ways).some(({ id }) => !connected.has(id));
}
