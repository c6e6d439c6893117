/**
 * One figure beside what it should be. `most` and `least` are the targets, at most one of them; a figure without is only
 * told.
 */
export const row = (id, what, value, { most, least, unit = '' } = {}) => ({
  id,
  what,
  value,
  target: targetOf({ most, least, unit }),
  verdict: verdictOf({ value, most, least }),
  unit,
});

const targetOf = ({ most, least, unit }) => {
  if (most !== undefined) return `≤ ${most} ${unit}`.trim();
  return least === undefined ? '' : `≥ ${least} ${unit}`.trim();
};

const verdictOf = ({ value, most, least }) => {
  if (most === undefined && least === undefined) return '';
  if (value === null) return 'not measured';
  return (most === undefined ? value >= least : value <= most) ? 'met' : 'MISSED';
};

/** Prints rows below each other, their columns aligned. */
export const printTable = (rows) => {
  const cells = [
    ['', 'figure', 'measured', 'target', ''],
    ...rows.map(({ id, what, value, unit, target, verdict }) => [
      id,
      what,
      `${value ?? '–'} ${value === null ? '' : unit}`.trim(),
      target,
      verdict,
    ]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  for (const line of cells)
    console.log(`  ${line.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd());
};
