import { useBuilder } from '../state/builder-context';

/** What is wrong with one field of a step, as a sentence; null when nothing is. Warnings stand above the form. */
export function useFieldError(nodeId: string, path: string): string | null {
  return useBuilder(
    ({ problems }) =>
      problems.find(
        (problem) => problem.nodeId === nodeId && problem.path === path && problem.severity === 'error',
      )?.message ?? null,
  );
}
