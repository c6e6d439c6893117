import { useState } from 'react';

/** Which items of a list are chosen. What leaves the list is no longer chosen. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const present = ids.filter((id) => chosen.has(id));
  return {
    ids: present,
    has: (id: string) => chosen.has(id),
    isAll: ids.length > 0 && present.length === ids.length,
    toggle: (id: string, isChosen: boolean) =>
      setChosen(new Set(isChosen ? [...present, id] : present.filter((other) => other !== id))),
    toggleAll: (areChosen: boolean) => setChosen(new Set(areChosen ? ids : [])),
    clear: () => setChosen(new Set()),
  };
}
