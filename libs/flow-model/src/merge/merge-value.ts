/** The same thing in three documents. */
export type Sides<T> = { base: T; mine: T; theirs: T };

/** Fields that were changed on both sides in different ways, as paths inside what was merged. */
export type Merged = { value: unknown; clashes: Clash[] };
export type Clash = { path: string[]; base: unknown; mine: unknown; theirs: unknown };

/**
 * Three values as one: what one side left as it was is taken from the other; plain objects are merged field by field
 * unless `isWhole` says otherwise of their path, everything else as a whole. Where both sides changed the same, theirs is taken and the clash is told. Undefined
 * stands for "not there".
 */
export function mergeValue(
  { base, mine, theirs }: Sides<unknown>,
  isWhole: (path: readonly string[]) => boolean,
  path: string[] = [],
): Merged {
  if (isEqual(mine, theirs)) return { value: theirs, clashes: [] };
  if (isEqual(base, mine)) return { value: theirs, clashes: [] };
  if (isEqual(base, theirs)) return { value: mine, clashes: [] };
  if (isRecord(mine) && isRecord(theirs) && !isWhole(path)) {
    return mergeRecords({ base: isRecord(base) ? base : {}, mine, theirs }, isWhole, path);
  }
  return { value: theirs, clashes: [{ path, base, mine, theirs }] };
}

function mergeRecords(
  { base, mine, theirs }: Sides<Fields>,
  isWhole: (path: readonly string[]) => boolean,
  path: string[],
): Merged {
  const value: Fields = {};
  const clashes: Clash[] = [];
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const merged = mergeValue({ base: base[key], mine: mine[key], theirs: theirs[key] }, isWhole, [
      ...path,
      key,
    ]);
    if (merged.value !== undefined) value[key] = merged.value;
    clashes.push(...merged.clashes);
  }
  return { value, clashes };
}

type Fields = Record<string, unknown>;

/** A plain object. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two JSON values say the same; the order of fields says nothing, and neither does an absent `undefined`. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isEqual(a[key], b[key]));
}
