import { updateStep } from '../actions/update-step';
import { useBuilderStore } from '../state/builder-context';

/** How a form changes its step; `field` is where the person types, so that typing on is one undo step. */
export type EditStep = (fields: Record<string, unknown>, field?: string) => void;

/** The function by which a form changes fields of its step. */
export function useStepEdit(nodeId: string): EditStep {
  const store = useBuilderStore();
  return (fields, field) => {
    updateStep(store, { nodeId, fields, ...(field === undefined ? {} : { field }) });
  };
}
