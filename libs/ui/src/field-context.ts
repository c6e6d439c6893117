import { createContext, useContext } from 'react';

export type FieldControl = {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
};

export const FieldContext = createContext<FieldControl | null>(null);

/** Attributes that tie a control to the label, hint and error of the `Field` around it. */
export const useFieldControl = (): FieldControl | null => useContext(FieldContext);
