/** The list with one entry at another place. */
export function moveEntry<Entry>(entries: readonly Entry[], from: number, to: number): Entry[] {
  const moved = entries[from];
  if (moved === undefined) return [...entries];
  return entries.toSpliced(from, 1).toSpliced(to, 0, moved);
}
