import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Does what a link asks for by the parameter `name`. The address forgets it then: reloading shows the flow, and does not
 * do the same again. `act` must stay the same function.
 */
export function useOnceFromAddress(name: string, act: (value: string) => void): void {
  const [search, setSearch] = useSearchParams();
  const value = search.get(name);
  useEffect(() => {
    if (value === null) return;
    act(value);
    setSearch(
      (previous) => {
        const next = new URLSearchParams(previous);
        next.delete(name);
        return next;
      },
      { replace: true },
    );
  }, [name, value, act, setSearch]);
}
