type Searchable = { label: string; hint?: string; group?: string };

/**
 * The items that contain every word of a query, in their order; those that begin with it first once something is typed,
 * then those that have it as it was typed.
 */
export function findMatches<Item extends Searchable>(items: readonly Item[], query: string): Item[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  const phrase = words.join(' ');
  const ranks: [Item[], Item[], Item[]] = [[], [], []];
  for (const item of items) {
    const label = fold(item.label);
    const text = `${label} ${fold(item.hint ?? '')} ${fold(item.group ?? '')}`;
    if (!words.every((word) => text.includes(word))) continue;
    ranks[label.startsWith(phrase) ? 0 : label.includes(phrase) ? 1 : 2].push(item);
  }
  return ranks.flat();
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
