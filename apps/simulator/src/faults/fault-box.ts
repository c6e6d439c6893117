import { createRandom } from '../state/random';
import type { Fault, FaultKind } from './fault';

export type FaultTarget = { path: string; method?: string; accountId?: string; igsid?: string };

export type FaultBox = {
  list(): Fault[];
  add(fault: Fault): void;
  remove(id: string): boolean;
  clear(): void;
  /** The first fault of these kinds that strikes this target; it counts as used. */
  take(kinds: readonly FaultKind[], target: FaultTarget): Fault | null;
};

/** The misbehaviour that is switched on. `faults` is the stored list and is changed in place. */
export function createFaultBox(options: {
  faults: Fault[];
  random: () => number;
  onChange: () => void;
}): FaultBox {
  const { faults, random, onChange } = options;
  const ownDice = new Map<string, () => number>();
  const diceOf = (fault: Fault): (() => number) => {
    if (fault.seed === undefined) return random;
    const dice = ownDice.get(fault.id) ?? createRandom(fault.seed);
    ownDice.set(fault.id, dice);
    return dice;
  };
  const remove = (id: string): boolean => {
    const index = faults.findIndex((fault) => fault.id === id);
    if (index < 0) return false;
    faults.splice(index, 1);
    ownDice.delete(id);
    onChange();
    return true;
  };
  return {
    list: () => [...faults],
    add(fault) {
      faults.push(fault);
      onChange();
    },
    remove,
    clear() {
      faults.length = 0;
      ownDice.clear();
      onChange();
    },
    take(kinds, target) {
      const found = faults.find(
        (fault) => kinds.includes(fault.kind) && strikes(fault, target, diceOf(fault)),
      );
      if (!found) return null;
      found.hits += 1;
      if (found.times !== undefined && found.hits >= found.times) remove(found.id);
      else onChange();
      return found;
    },
  };
}

function strikes(fault: Fault, target: FaultTarget, random: () => number): boolean {
  if (!matches(fault, target)) return false;
  if (fault.probability !== undefined && random() >= fault.probability) return false;
  if (fault.passed >= (fault.skip ?? 0)) return true;
  fault.passed += 1;
  return false;
}

function matches({ match }: Fault, target: FaultTarget): boolean {
  const { path, method, accountId, igsid } = match;
  if (method !== undefined && method.toUpperCase() !== target.method) return false;
  if (accountId !== undefined && accountId !== target.accountId) return false;
  if (igsid !== undefined && igsid !== target.igsid) return false;
  return path === undefined || matchesPath(path, target.path);
}

function matchesPath(pattern: string, path: string): boolean {
  let from = 0;
  for (const part of pattern.split('*')) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
