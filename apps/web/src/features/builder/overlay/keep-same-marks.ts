/** The new marks, with the object that was there already where nothing about it changed: it is not drawn again then. */
export function keepSameMarks<Mark extends object>(
  known: Readonly<Record<string, Mark>> | null,
  next: Readonly<Record<string, Mark>>,
): Readonly<Record<string, Mark>> {
  if (known === null) return next;
  return Object.fromEntries(
    Object.entries(next).map(([id, mark]) => {
      const before = known[id];
      return [id, before && JSON.stringify(before) === JSON.stringify(mark) ? before : mark];
    }),
  );
}
