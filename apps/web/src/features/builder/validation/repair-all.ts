import {
  applyOperations,
  type FlowDefinition,
  type FlowOperation,
  type FlowProblem,
} from '@instaflow/flow-model';

/** More repairs than any flow needs: where one brings back what another took away, this ends it. */
const maxRepairs = 200;

/**
 * The edits that repair one problem after the other, each found in the document the one before led to, because a repair
 * may solve or change what comes next.
 */
export function repairAll(
  definition: FlowDefinition,
  validate: (definition: FlowDefinition) => FlowProblem[],
): { operations: FlowOperation[]; count: number } {
  const operations: FlowOperation[] = [];
  let current = definition;
  let count = 0;
  let left = validate(current);
  while (count < maxRepairs) {
    const next = findRepair(current, left);
    if (!next) break;
    const problems = validate(next.definition);
    // A repair that leaves as many problems as before helps nobody.
    if (problems.length >= left.length) break;
    operations.push(...next.operations);
    current = next.definition;
    left = problems;
    count += 1;
  }
  return { operations, count };
}

function findRepair(definition: FlowDefinition, problems: readonly FlowProblem[]) {
  for (const { fix } of problems) {
    // Steps are only ever deleted one by one, by somebody who has looked at them.
    if (!fix || fix.operations.some(({ op }) => op === 'remove_node')) continue;
    const applied = applyOperations(definition, fix.operations);
    if (applied.ok) return { definition: applied.definition, operations: fix.operations };
  }
  return null;
}
