/** Things with keys, in an order. */
export type Keyed<T> = readonly { key: string; value: T }[];

/** Lists of things by keys of their own; further things of one key get a number behind it. */
export function toKeyed<T>(list: readonly T[], keyOf: (item: T) => string): Keyed<T> {
  const counts = new Map<string, number>();
  return list.map((value) => {
    const key = keyOf(value);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { key: count === 1 ? key : `${key}#${count}`, value };
  });
}

/**
 * The order of what is `kept`: of the two sides the one that changed the order of the base (theirs when both did), with
 * what only the other side has behind what it follows there.
 */
export function mergeOrder({
  base,
  mine,
  theirs,
  kept,
}: {
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
  kept: ReadonlySet<string>;
}): string[] {
  const isMineMoved = !isSameOrder(base, mine);
  const isTheirsMoved = !isSameOrder(base, theirs);
  const [lead, other] = isMineMoved && !isTheirsMoved ? [mine, theirs] : [theirs, mine];
  const order = lead.filter((key) => kept.has(key));
  const places = new Set(order);
  for (const list of [other, base]) {
    list.forEach((key, index) => {
      if (!kept.has(key) || places.has(key)) return;
      const before = list.slice(0, index).findLast((earlier) => places.has(earlier));
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
      places.add(key);
    });
  }
  return order;
}

function isSameOrder(base: readonly string[], changed: readonly string[]): boolean {
  const inBase = new Set(base);
  const inChanged = new Set(changed);
  const left = base.filter((key) => inChanged.has(key));
  return changed.filter((key) => inBase.has(key)).every((key, index) => key === left[index]);
}
