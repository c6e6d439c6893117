export type ParsedReason = { kind: 'matched'; keyword: string } | { kind: 'code'; code: string };

const match = /^(?:contains_word|exact|contains|starts_with|regex|typo|fuzzy):(.*)$/s;

/** A reason of a trace: a plain code, or `match:keyword` of a trigger that matched. */
export function parseReason(reason: string): ParsedReason {
  const keyword = match.exec(reason)?.[1];
  return keyword === undefined ? { kind: 'code', code: reason } : { kind: 'matched', keyword };
}
