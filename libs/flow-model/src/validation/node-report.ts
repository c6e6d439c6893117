import type { FlowFix, FlowProblem } from '../flow-problem';

type Add = (code: string, path: string, message: string, fix?: FlowFix | null) => void;

/** Collects what is wrong with one node. */
export type NodeReport = { error: Add; warn: Add };

/** A report that writes into `problems` for one node (or for the document). */
export function createReport(problems: FlowProblem[], nodeId: string | null): NodeReport {
  const add =
    (severity: FlowProblem['severity']): Add =>
    (code, path, message, fix = null) => {
      problems.push({ severity, nodeId, path, code, message, ...(fix ? { fix } : {}) });
    };
  return { error: add('error'), warn: add('warning') };
}
