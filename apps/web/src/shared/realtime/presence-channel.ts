import type { FlowPresence, RealtimePresence } from '@instaflow/contracts';

type Say = (message: RealtimePresence) => void;
type Listener = (presence: FlowPresence) => void;

let say: Say | null = null;
const listeners = new Set<Listener>();

/** Lets whoever looks at a flow say so through the open stream; answers how to end it. */
export function sayThrough(send: Say): () => void {
  say = send;
  return () => {
    if (say === send) say = null;
  };
}

/** Says where this person is. Nothing happens without a stream: it is said again when there is one. */
export const sayPresence = (message: RealtimePresence): void => say?.(message);

/** Tells who looks at a flow whenever that changes; answers how to stop. */
export function listenToPresence(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const tellPresence = (presence: FlowPresence): void =>
  listeners.forEach((listener) => listener(presence));
