import type { RealtimeEvent } from '@instaflow/contracts';

type Listener = (event: RealtimeEvent) => void;
const listeners = new Set<Listener>();

/** Tells every event to `listener`, before the cache is patched by it; answers how to stop. */
export function listenToRealtime(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const tellListeners = (event: RealtimeEvent): void => listeners.forEach((listener) => listener(event));
