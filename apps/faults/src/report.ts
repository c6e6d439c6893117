import { invariants } from './invariants/invariants';
import type { Verdict } from './judge';

/** Faults × invariants: `✓`, or in how many seeds it did not hold. */
export function formatTable(verdicts: readonly Verdict[]): string {
  const names = [...new Set(verdicts.map(({ fault }) => fault))];
  const header = [
    'fault',
    ...invariants.map(({ number }) => String(number)),
    'hits',
    'sends',
    'calls',
    'uncertain',
  ];
  const rows = names.map((name) => {
    const own = verdicts.filter(({ fault }) => fault === name);
    const cells = invariants.map(({ number }) => {
      const broken = own.filter(({ violations }) =>
        violations.some(({ invariant }) => invariant === number),
      ).length;
      return broken === 0 ? '✓' : `✗${broken}`;
    });
    const sum = (count: (verdict: Verdict) => number): string =>
      String(own.reduce((total, verdict) => total + count(verdict), 0));
    return [
      name,
      ...cells,
      sum(({ counts }) => counts.hits),
      sum(({ counts }) => counts.sends),
      sum(({ counts }) => counts.calls),
      sum(({ counts }) => counts.uncertain),
    ];
  });
  const table = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The first violation of each fault and invariant, with its story. */
export function formatViolations(verdicts: readonly Verdict[]): string {
  const seen = new Set<string>();
  return verdicts
    .flatMap(({ seed, fault, violations }) => violations.map((violation) => ({ seed, fault, ...violation })))
    .filter(({ fault, invariant }) => !seen.has(`${fault}/${invariant}`) && seen.add(`${fault}/${invariant}`))
    .map(({ seed, fault, invariant, story }) =>
      [`✗ ${fault}, invariant ${invariant}, seed ${seed}`, ...story.map((line) => `  ${line}`)].join('\n'),
    )
    .join('\n\n');
}
