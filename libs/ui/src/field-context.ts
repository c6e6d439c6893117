import { createContext, useContext } from 'react';

export type FieldControl = {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
};

export const FieldContext = createContext<FieldControl | null>(null);

/**
 * Attributes that tie a control to the label, hint and error of the `Field` around it. One with a label of its own, the
 * second in its field, leaves the id to the first.
 */
export function useFieldControl(ownLabel?: string): Partial<FieldControl> | null {
  const control = useContext(FieldContext);
  if (!control || ownLabel === undefined) return control;
  const { id: _first, ...shared } = control;
  return shared;
}
