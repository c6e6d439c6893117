import { useCallback, useEffect, useRef, useState } from 'react';
import { control } from './control';
import { useChanges, type Change } from './use-changes';

export type Resource<Value> = { value: Value | null; error: string | null; reload: () => void };

type Held<Value> = { path: string | null; value: Value | null; error: string | null };

/** Reads one address of the control API and reads it again when something it shows has changed. */
export function useResource<Value>(
  path: string | null,
  concerns: (change: Change) => boolean,
): Resource<Value> {
  const [held, setHeld] = useState<Held<Value>>({ path, value: null, error: null });
  const round = useRef(0);

  const reload = useCallback(() => {
    if (!path) return;
    const mine = (round.current += 1);
    control<Value>('GET', path).then(
      (value) => {
        if (mine === round.current) setHeld({ path, value, error: null });
      },
      (error: Error) => {
        if (mine === round.current) setHeld((before) => ({ ...before, path, error: error.message }));
      },
    );
  }, [path]);

  useEffect(reload, [reload]);
  useChanges(concerns, reload);
  // What was read for another address must not flash up under this one.
  const isCurrent = held.path === path;
  return { value: isCurrent ? held.value : null, error: isCurrent ? held.error : null, reload };
}
