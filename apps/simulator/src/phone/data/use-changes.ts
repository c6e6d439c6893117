import { useEffect, useRef } from 'react';

export type Change = { kind: string; accountId?: string; igsid?: string };
type Listener = (changes: Change[]) => void;

const listeners = new Set<Listener>();
let source: EventSource | null = null;

/** One stream for the whole page; after a gap everything is told to load again. */
function connect(): void {
  if (source) return;
  let wasCut = false;
  source = new EventSource('/_control/events');
  source.onmessage = (event: MessageEvent<string>) => {
    // The simulator's own stream: its shape is known.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment
    const changes: Change[] = JSON.parse(event.data);
    for (const listener of listeners) listener(changes);
  };
  source.onerror = () => {
    wasCut = true;
  };
  source.onopen = () => {
    if (wasCut) for (const listener of listeners) listener([{ kind: 'reset' }]);
    wasCut = false;
  };
}

/** Calls `onChange` when the simulator reports something that `concerns` picks. */
export function useChanges(concerns: (change: Change) => boolean, onChange: () => void): void {
  const latest = useRef({ concerns, onChange });
  useEffect(() => {
    latest.current = { concerns, onChange };
  });
  useEffect(() => {
    connect();
    const listener: Listener = (changes) => {
      const isMine = changes.some((change) => change.kind === 'reset' || latest.current.concerns(change));
      if (isMine) latest.current.onChange();
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
