import type { Trigger } from '@instaflow/contracts';

type Ordered = Pick<Trigger, 'triggerId' | 'priority' | 'createdAt'>;
export type PriorityChange = { triggerId: string; priority: number };

const highest = 1_000;
const lowest = -1_000;
const step = 10;

/** As the engine orders triggers that fit equally well: the higher priority first, of equal ones the older. */
export const compareTriggers = (a: Ordered, b: Ordered): number =>
  b.priority - a.priority || a.createdAt.localeCompare(b.createdAt) || a.triggerId.localeCompare(b.triggerId);

/**
 * The fewest priorities to change so that one of these triggers comes to stand at `to` (from 0). Empty when it stands
 * there already. `triggers` are all of one kind, in any order.
 */
export function planMove(
  triggers: readonly Ordered[],
  { triggerId, to }: { triggerId: string; to: number },
): PriorityChange[] {
  const before = triggers.toSorted(compareTriggers);
  const moved = before.find((trigger) => trigger.triggerId === triggerId);
  if (!moved) return [];
  const others = before.filter((trigger) => trigger !== moved);
  const place = Math.max(0, Math.min(to, others.length));
  const wanted = others.toSpliced(place, 0, moved);
  if (isSameOrder(wanted, before)) return [];
  const priority = priorityBetween(others[place - 1], others[place]);
  if (priority !== null) return [{ triggerId, priority }];
  return spreadOut(wanted);
}

const isSameOrder = (a: readonly Ordered[], b: readonly Ordered[]): boolean =>
  a.every(({ triggerId }, index) => triggerId === b[index]?.triggerId);

/** A priority strictly between two neighbours; null when there is no room. */
function priorityBetween(above: Ordered | undefined, below: Ordered | undefined): number | null {
  const max = above ? above.priority - 1 : highest;
  const min = below ? below.priority + 1 : lowest;
  if (min > max) return null;
  if (!above) return Math.min(max, min - 1 + step);
  if (!below) return Math.max(min, max + 1 - step);
  return Math.floor((min + max) / 2);
}

/** All of them anew, evenly, the first one highest. */
function spreadOut(wanted: readonly Ordered[]): PriorityChange[] {
  const gap = Math.max(1, Math.min(step, Math.floor((highest - lowest) / Math.max(1, wanted.length))));
  const top = Math.min(highest, gap * wanted.length);
  return wanted
    .map(({ triggerId, priority }, index) => ({ triggerId, was: priority, priority: top - gap * index }))
    .filter(({ was, priority }) => was !== priority)
    .map(({ triggerId, priority }) => ({ triggerId, priority }));
}
