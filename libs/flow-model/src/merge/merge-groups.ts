import { flowGroupSchema, type FlowGroup } from '../flow-group';
import { mergeOrder } from './merge-lists';
import { mergeValue, type Sides } from './merge-value';

/** The groups of three documents; where both changed one field of a group, theirs holds. Nodes that are gone leave. */
export function mergeGroups(
  sides: Sides<readonly FlowGroup[] | undefined>,
  nodeIds: ReadonlySet<string>,
): FlowGroup[] | undefined {
  const { base = [], mine = [], theirs = [] } = sides;
  const ids = [...new Set([...theirs, ...mine].map(({ id }) => id))];
  const find = (groups: readonly FlowGroup[], id: string) => groups.find((group) => group.id === id);
  const merged = new Map<string, FlowGroup>();
  for (const id of ids) {
    const group = mergeGroup({ base: find(base, id), mine: find(mine, id), theirs: find(theirs, id) });
    if (group) merged.set(id, group);
  }
  const order = mergeOrder({ ...keysOf({ base, mine, theirs }), kept: new Set(merged.keys()) });
  const taken = new Set<string>();
  const groups = order.flatMap((id): FlowGroup[] => {
    const group = merged.get(id);
    if (!group) return [];
    const own = group.nodeIds.filter((nodeId) => nodeIds.has(nodeId) && !taken.has(nodeId));
    for (const nodeId of own) taken.add(nodeId);
    return [own.length === group.nodeIds.length ? group : { ...group, nodeIds: own }];
  });
  const isAbsent = groups.length === 0 && (sides.mine === undefined || sides.theirs === undefined);
  const wasEmptied = sides.base === undefined ? sides.mine === undefined && sides.theirs === undefined : true;
  return isAbsent && wasEmptied ? undefined : groups;
}

function keysOf(sides: Sides<readonly FlowGroup[]>): Sides<string[]> {
  const keys = (groups: readonly FlowGroup[]): string[] => groups.map(({ id }) => id);
  return { base: keys(sides.base), mine: keys(sides.mine), theirs: keys(sides.theirs) };
}

function mergeGroup({ base, mine, theirs }: Sides<FlowGroup | undefined>): FlowGroup | undefined {
  const whole = mergeValue({ base, mine, theirs }, () => true);
  if (whole.clashes.length === 0 || !mine || !theirs) {
    return (
      [theirs, mine].find((side) => side === whole.value) ??
      (whole.value === undefined ? undefined : (theirs ?? mine))
    );
  }
  const fields = mergeValue({ base, mine, theirs }, (path) => path.length > 0);
  const parsed = flowGroupSchema.safeParse(fields.value);
  const nodeIds = mergeMembers({ base: base?.nodeIds ?? [], mine: mine.nodeIds, theirs: theirs.nodeIds });
  return { ...(parsed.success ? parsed.data : theirs), nodeIds };
}

function mergeMembers(sides: Sides<readonly string[]>): string[] {
  const [base, mine, theirs] = [new Set(sides.base), new Set(sides.mine), new Set(sides.theirs)];
  const kept = [...theirs, ...mine].filter((id) => (base.has(id) ? mine.has(id) && theirs.has(id) : true));
  return mergeOrder({ ...sides, kept: new Set(kept) });
}
