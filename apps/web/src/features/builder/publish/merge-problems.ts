import type { FlowProblem } from '@instaflow/flow-model';

type Told = Pick<FlowProblem, 'severity' | 'nodeId' | 'path' | 'code' | 'message'>;

/** What was found here, and what only the server can know (that a flow it leads to is gone, say). */
export function mergeProblems(own: readonly FlowProblem[], told: readonly Told[]): FlowProblem[] {
  const known = new Set(own.map(keyOf));
  return [...own, ...told.filter((problem) => !known.has(keyOf(problem)))];
}

const keyOf = ({ nodeId, path, code }: Told): string => JSON.stringify([nodeId, path, code]);
