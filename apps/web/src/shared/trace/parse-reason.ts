export type ParsedReason =
  { kind: 'matched'; keyword: string; isTypo: boolean } | { kind: 'code'; code: string };

const match = /^(?:contains_word|exact|contains|starts_with|regex)(~?):(.*)$/s;

/** A reason of a trace: a plain code, or `match:keyword` of a trigger that matched, with `~` when only a typo matched. */
export function parseReason(reason: string): ParsedReason {
  // What was tapped is a code between programs; the entry says it in words.
  if (reason.startsWith('tap:')) return { kind: 'code', code: 'tap' };
  const [, tilde, keyword] = match.exec(reason) ?? [];
  if (keyword === undefined) return { kind: 'code', code: reason };
  return { kind: 'matched', keyword, isTypo: tilde === '~' };
}
