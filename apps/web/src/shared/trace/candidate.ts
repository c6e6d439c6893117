import { isJsonRecord } from './is-json-record';

/** One thing that could have answered a turn, as the trace stores it. */
export type ShownCandidate = {
  kind: string;
  id: string | null;
  name: string | null;
  outcome: 'chosen' | 'rejected';
  reason: string;
  /** Of a command: what was asked, by whom and why. */
  detail?: Readonly<Record<string, unknown>>;
};

const textAt = (value: object, key: string): string | null => {
  const field: unknown = Reflect.get(value, key);
  return typeof field === 'string' ? field : null;
};

/** The candidates of a stored trace; what cannot be read is left out, since traces of older releases may differ. */
export const parseCandidates = (values: readonly unknown[]): ShownCandidate[] =>
  values.flatMap((value) => {
    if (!isJsonRecord(value)) return [];
    const kind = textAt(value, 'kind');
    if (kind === null) return [];
    const { detail } = value;
    return [
      {
        kind,
        id: textAt(value, 'id'),
        name: textAt(value, 'name'),
        outcome: textAt(value, 'outcome') === 'chosen' ? ('chosen' as const) : ('rejected' as const),
        reason: textAt(value, 'reason') ?? '',
        detail: isJsonRecord(detail) ? detail : {},
      },
    ];
  });
