import fc from 'fast-check';
import { compareTriggers, planMove } from './order-triggers';

const trigger = (triggerId: string, priority: number, age = 0) => ({
  triggerId,
  priority,
  createdAt: new Date(Date.UTC(2026, 0, 1) + age).toISOString(),
});

const idsOf = (triggers: readonly { triggerId: string }[]) => triggers.map(({ triggerId }) => triggerId);

const apply = (
  triggers: ReturnType<typeof trigger>[],
  changes: readonly { triggerId: string; priority: number }[],
) =>
  triggers
    .map((known) => ({ ...known, ...changes.find(({ triggerId }) => triggerId === known.triggerId) }))
    .toSorted(compareTriggers);

describe('planMove', () => {
  it('changes only the moved one where there is room', () => {
    const triggers = [trigger('a', 30), trigger('b', 20), trigger('c', 10)];
    expect(planMove(triggers, { triggerId: 'c', to: 1 })).toEqual([{ triggerId: 'c', priority: 25 }]);
    expect(planMove(triggers, { triggerId: 'c', to: 0 })).toEqual([{ triggerId: 'c', priority: 40 }]);
    expect(planMove(triggers, { triggerId: 'a', to: 2 })).toEqual([{ triggerId: 'a', priority: 0 }]);
  });

  it('does nothing for one that stands there, or is unknown', () => {
    const triggers = [trigger('a', 1), trigger('b', 0)];
    expect(planMove(triggers, { triggerId: 'a', to: 0 })).toEqual([]);
    expect(planMove(triggers, { triggerId: 'x', to: 0 })).toEqual([]);
  });

  it('numbers triggers of one priority anew, which stood in the order of their age', () => {
    const triggers = [trigger('a', 0, 0), trigger('b', 0, 1), trigger('c', 0, 2)];
    const moved = apply(triggers, planMove(triggers, { triggerId: 'c', to: 1 }));
    expect(idsOf(moved)).toEqual(['a', 'c', 'b']);
  });

  it('comes to the wanted order from any priorities, within what priorities may be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (priorities, from, to) => {
          const triggers = priorities.map((priority, index) => trigger(`t${index}`, priority, index));
          const before = triggers.toSorted(compareTriggers);
          const moved = before[from % before.length]?.triggerId ?? '';
          const place = to % before.length;
          const changes = planMove(triggers, { triggerId: moved, to: place });
          const wanted = idsOf(before.filter(({ triggerId }) => triggerId !== moved));
          expect(idsOf(apply(triggers, changes))).toEqual(wanted.toSpliced(place, 0, moved));
          for (const { priority } of changes) expect(Math.abs(priority)).toBeLessThanOrEqual(1_000);
        },
      ),
    );
  });
});
