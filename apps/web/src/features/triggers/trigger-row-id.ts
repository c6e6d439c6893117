/** Id of a trigger's row in the list. */
export const triggerRowId = (triggerId: string): string => `trigger-${triggerId}`;
