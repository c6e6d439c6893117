import { applyOperations, diffFlows, mergeFlows, resolveConflict } from '@instaflow/flow-model';
import type { ConflictSide, FlowConflict, FlowDefinition, FlowOperation } from '@instaflow/flow-model';

/** The draft as the server has it, newer than the one the edits here began with. */
export type TheirDraft = { definition: FlowDefinition; revision: number };

export type MergedDraft = {
  /** Both sets of changes; where they clash it holds theirs, but for places on the canvas, which stay mine. */
  definition: FlowDefinition;
  /** What a person has to decide. */
  conflicts: FlowConflict[];
};

/** Merges what was edited here with what the server got in the meantime. Where a card lies is no question to anybody. */
export function mergeStale({
  base,
  mine,
  theirs,
}: {
  base: FlowDefinition;
  mine: FlowDefinition;
  theirs: FlowDefinition;
}): MergedDraft {
  const merged = mergeFlows(base, mine, theirs);
  const isPlace = ({ path }: FlowConflict) => path[0] === 'position';
  const places = listResolutions(merged.definition, merged.conflicts.filter(isPlace), 'mine');
  const applied = applyOperations(merged.definition, places);
  return {
    definition: applied.ok ? applied.definition : merged.definition,
    conflicts: merged.conflicts.filter((conflict) => !isPlace(conflict)),
  };
}

/** The newest document we sent whose every change is in theirs, so that the server must have taken it; null when none. */
export function findArrived({
  base,
  unanswered,
  theirs,
}: {
  base: FlowDefinition;
  unanswered: readonly FlowDefinition[];
  theirs: FlowDefinition;
}): FlowDefinition | null {
  const found = unanswered.findLast((sent) => {
    const { definition, conflicts } = mergeFlows(base, sent, theirs);
    return conflicts.length === 0 && JSON.stringify(definition) === JSON.stringify(theirs);
  });
  return found ?? null;
}

/** The edits that settle conflicts in favour of one side, in order; what cannot be applied any more is left out. */
export function listResolutions(
  definition: FlowDefinition,
  conflicts: readonly FlowConflict[],
  side: ConflictSide,
): FlowOperation[] {
  let current = definition;
  return conflicts.flatMap((conflict) => {
    const operations = resolveConflict(current, conflict, side);
    const applied = applyOperations(current, operations);
    if (!applied.ok) return [];
    current = applied.definition;
    return operations;
  });
}

/** How many steps another document has new, changed, moved or without. */
export function countChangedSteps(before: FlowDefinition, after: FlowDefinition): number {
  const { added, removed, changed, moved } = diffFlows(before, after);
  return added.length + removed.length + changed.length + moved.length;
}
