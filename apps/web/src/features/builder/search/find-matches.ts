type Searchable = { label: string; hint?: string; group?: string };

/** The items that contain every word of a query, in their order; those that begin with it first once something is typed. */
export function findMatches<Item extends Searchable>(items: readonly Item[], query: string): Item[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  const matching = items.filter(({ label, hint = '', group = '' }) => {
    const text = fold(`${label} ${hint} ${group}`);
    return words.every((word) => text.includes(word));
  });
  const start = words.join(' ');
  const begins = matching.filter(({ label }) => fold(label).startsWith(start));
  return [...begins, ...matching.filter((item) => !begins.includes(item))];
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
