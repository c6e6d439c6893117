import { useBuilder } from '../state/builder-context';

/** What is wrong with one field of a step, as a sentence; null when nothing is. Errors before warnings. */
export function useFieldError(nodeId: string, path: string): string | null {
  return useBuilder(({ problems }) => {
    const own = problems.filter((problem) => problem.nodeId === nodeId && problem.path === path);
    const worst = own.find(({ severity }) => severity === 'error') ?? own[0];
    return worst?.message ?? null;
  });
}
