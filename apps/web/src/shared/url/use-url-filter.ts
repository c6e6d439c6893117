import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export type UrlFilter = {
  get: (name: string) => string;
  /** Sets or, given an empty string, removes a filter; the list starts at its first page again. */
  set: (name: string, value: string) => void;
  page: number;
  setPage: (page: number) => void;
  clear: () => void;
  /** Clears all but those that say where one is rather than what is left out. */
  clearAllBut: (kept: readonly string[]) => void;
  isEmpty: boolean;
};

/** Filters and page of a list, kept in the address so that they survive a reload and can be sent to others. */
export function useUrlFilter(): UrlFilter {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (name: string, value: string) =>
      setSearch(
        (previous) => {
          const next = new URLSearchParams(previous);
          if (value) next.set(name, value);
          else next.delete(name);
          if (name !== 'page') next.delete('page');
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const page = Math.max(1, Math.trunc(Number(search.get('page'))) || 1);
  return {
    get: (name) => search.get(name) ?? '',
    set,
    page,
    setPage: (next) => set('page', next > 1 ? String(next) : ''),
    clear: () => setSearch({}, { replace: true }),
    clearAllBut: (kept) =>
      setSearch((previous) => [...previous].filter(([name]) => kept.includes(name)), { replace: true }),
    isEmpty: search.size === 0,
  };
}
