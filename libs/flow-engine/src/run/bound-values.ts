import type { StepResult } from './step';
import type { WalkState } from './walk-state';

/** Of a contact's attributes, or of what a run remembers, as JSON: far more than any flow needs to say anything. */
export const maxValuesLength = 250_000;

/** A step that would make attributes or memory grow without bound fails instead, and the owner of the flow is told. */
export function boundValues(before: Pick<WalkState, 'run' | 'contact'>, result: StepResult): StepResult {
  const attributes = result.contact?.customAttributes;
  const isTooLarge =
    hasOutgrown(before.contact.customAttributes, attributes) ||
    hasOutgrown(before.run.context, result.context);
  return isTooLarge ? { outcome: 'failed', reason: 'values_too_large' } : result;
}

function hasOutgrown(before: object, after: object | undefined): boolean {
  if (after === undefined || after === before) return false;
  const length = JSON.stringify(after).length;
  return length > maxValuesLength && length > JSON.stringify(before).length;
}
