import type { FlowPointer, FlowPresence, RealtimePointer, RealtimePresence } from '@instaflow/contracts';

type Say = (message: RealtimePresence | RealtimePointer) => void;
type Listener = (presence: FlowPresence) => void;
type PointerListener = (pointer: FlowPointer) => void;

let say: Say | null = null;
const listeners = new Set<Listener>();
const pointerListeners = new Set<PointerListener>();

/** Lets whoever looks at a flow say so through the open stream; answers how to end it. */
export function sayThrough(send: Say): () => void {
  say = send;
  return () => {
    if (say === send) say = null;
  };
}

/** Says where this person is, or points. Nothing happens without a stream: it is said again when there is one. */
export const sayPresence: Say = (message) => say?.(message);

/** Tells who looks at a flow whenever that changes; answers how to stop. */
export function listenToPresence(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const tellPresence = (presence: FlowPresence): void =>
  listeners.forEach((listener) => listener(presence));

/** Tells where others point, up to ten times a second for each of them; answers how to stop. */
export function listenToPointers(listener: PointerListener): () => void {
  pointerListeners.add(listener);
  return () => void pointerListeners.delete(listener);
}

export const tellPointer = (pointer: FlowPointer): void =>
  pointerListeners.forEach((listener) => listener(pointer));
