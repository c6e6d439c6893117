import type { FlowProblem } from '../flow-problem';

/** Collects what is wrong with one node. */
export type NodeReport = {
  error: (code: string, path: string, message: string) => void;
  warn: (code: string, path: string, message: string) => void;
};

/** A report that writes into `problems` for one node (or for the document). */
export function createReport(problems: FlowProblem[], nodeId: string | null): NodeReport {
  const add =
    (severity: FlowProblem['severity']) =>
    (code: string, path: string, message: string): void => {
      problems.push({ severity, nodeId, path, code, message });
    };
  return { error: add('error'), warn: add('warning') };
}
