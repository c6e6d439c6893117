import type { Delivery, StepCall } from '@instaflow/contracts';
import { isJsonRecord } from './is-json-record';

/** One executed step. What the API's own steps of a run know beyond a stored trace is null or empty without it. */
export type ShownStep = {
  nodeId: string;
  nodeName: string | null;
  nodeType: string;
  visit: number;
  outcome: string;
  branch: string | null;
  reason: string | null;
  detail: Readonly<Record<string, unknown>>;
  effectKeys: readonly string[];
  messages: readonly Delivery[];
  calls?: readonly StepCall[];
};

const textAt = (value: object, key: string): string | null => {
  const field: unknown = Reflect.get(value, key);
  return typeof field === 'string' ? field : null;
};

const listAt = (value: object, key: string): string[] => {
  const field: unknown = Reflect.get(value, key);
  return Array.isArray(field) ? field.filter((item) => typeof item === 'string') : [];
};

/** The steps of a stored trace; what cannot be read is left out, since traces of older releases may differ. */
export const parseSteps = (values: readonly unknown[]): ShownStep[] =>
  values.flatMap((value) => {
    if (!isJsonRecord(value)) return [];
    const nodeType = textAt(value, 'nodeType');
    if (nodeType === null) return [];
    const { visit, detail } = value;
    return [
      {
        nodeId: textAt(value, 'nodeId') ?? '',
        nodeName: null,
        nodeType,
        visit: typeof visit === 'number' ? visit : 1,
        outcome: textAt(value, 'outcome') ?? '',
        branch: textAt(value, 'branch'),
        reason: textAt(value, 'reason'),
        detail: isJsonRecord(detail) ? detail : {},
        effectKeys: listAt(value, 'effectKeys'),
        messages: [],
      },
    ];
  });
