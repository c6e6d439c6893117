/** One executed step, as the trace stores it. */
export type ShownStep = {
  nodeId: string;
  nodeType: string;
  outcome: string;
  branch: string | null;
  reason: string | null;
};

const textAt = (value: object, key: string): string | null => {
  const field: unknown = Reflect.get(value, key);
  return typeof field === 'string' ? field : null;
};

/** The steps of a stored trace; what cannot be read is left out, since traces of older releases may differ. */
export const parseSteps = (values: readonly unknown[]): ShownStep[] =>
  values.flatMap((value) => {
    if (typeof value !== 'object' || value === null) return [];
    const nodeType = textAt(value, 'nodeType');
    if (nodeType === null) return [];
    return [
      {
        nodeId: textAt(value, 'nodeId') ?? '',
        nodeType,
        outcome: textAt(value, 'outcome') ?? '',
        branch: textAt(value, 'branch'),
        reason: textAt(value, 'reason'),
      },
    ];
  });
