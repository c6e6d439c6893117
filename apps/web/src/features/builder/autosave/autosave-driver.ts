import type { TheirDraft } from '../conflict/merge-stale';
import type { Schedule } from './wait-at-most';
import { reduceAutosave, type AutosaveEvent, type AutosaveState } from './autosave-machine';

export type SaveOutcome =
  | { ok: true; revision: number }
  | { ok: false; reason: 'unreachable' }
  /** Somebody else saved in between; `theirs` is what they saved. */
  | { ok: false; reason: 'stale'; theirs?: TheirDraft }
  /** The changes of somebody else were taken in: to be sent again, based on their revision. */
  | { ok: false; reason: 'merged'; revision: number }
  /** `message` says why, in words. */
  | { ok: false; reason: 'refused'; message?: string };

export type AutosavePorts = {
  /** Sends the current document based on this revision. Never rejects. */
  save: (revision: number) => Promise<SaveOutcome>;
  nowMs: () => number;
  schedule: Schedule;
  onChange: (state: AutosaveState) => void;
};

export type AutosaveDriver = {
  edited: () => void;
  /** Sends at once what is unsaved, for instance because the page is being hidden. */
  flush: () => void;
  online: () => void;
  /** The server's document has another revision by our own doing (published, restored, renamed). */
  revised: (revision: number) => void;
  /** What is unsaved stands on the server's document of this revision now. */
  rebased: (revision: number) => void;
  /** The document was replaced by the server's of this revision: nothing is unsaved any more. */
  reset: (revision: number) => void;
  state: () => AutosaveState;
  start: () => void;
  /** No more timers. A request under way still reports. */
  stop: () => void;
};

/** Runs the autosave machine with real or injected timers and transport. */
export function createAutosaveDriver(initial: AutosaveState, ports: AutosavePorts): AutosaveDriver {
  let state = initial;
  let cancelTimer: (() => void) | null = null;
  let isStopped = false;

  function dispatch(event: AutosaveEvent): void {
    const before = state;
    state = reduceAutosave(state, event);
    if (state === before) return;
    if (state.dueAtMs !== before.dueAtMs) rearm();
    if (state.sendingEditCount !== null && before.sendingEditCount === null) send();
    ports.onChange(state);
  }

  function rearm(): void {
    cancelTimer?.();
    cancelTimer = null;
    if (state.dueAtMs === null || isStopped) return;
    const delayMs = Math.max(0, state.dueAtMs - ports.nowMs());
    cancelTimer = ports.schedule(() => {
      dispatch({ type: 'due', atMs: ports.nowMs() });
    }, delayMs);
  }

  function send(): void {
    void ports.save(state.revision).then((outcome) => {
      const atMs = ports.nowMs();
      if (outcome.ok) dispatch({ type: 'saved', revision: outcome.revision, atMs });
      else if (outcome.reason === 'merged') dispatch({ type: 'rebased', revision: outcome.revision, atMs });
      else dispatch({ type: 'failed', reason: outcome.reason, atMs });
    });
  }

  const tell = (type: 'edited' | 'flushed' | 'online') => () => {
    dispatch({ type, atMs: ports.nowMs() });
  };
  const tellRevision = (type: 'revised' | 'reset') => (newRevision: number) => {
    dispatch({ type, revision: newRevision });
  };
  return {
    edited: tell('edited'),
    flush: tell('flushed'),
    online: tell('online'),
    revised: tellRevision('revised'),
    rebased: (newRevision) => {
      dispatch({ type: 'rebased', revision: newRevision, atMs: ports.nowMs() });
    },
    reset: tellRevision('reset'),
    state: () => state,
    start: () => {
      isStopped = false;
      rearm();
    },
    stop: () => {
      isStopped = true;
      cancelTimer?.();
    },
  };
}
