/** What the save chip says. `saved` is only ever shown when the server has confirmed every edit. */
export type SaveStatus = 'saved' | 'pending' | 'saving' | 'offline' | 'conflict' | 'refused';

export type AutosaveState = {
  status: SaveStatus;
  /** Revision the server gave last; sent with the next save. */
  revision: number;
  /** Edits made, and edits the server has confirmed: the difference is what would be lost with this browser. */
  editCount: number;
  savedEditCount: number;
  /** Edits contained in the request under way; null when none is. */
  sendingEditCount: number | null;
  firstUnsavedAtMs: number | null;
  /** When the next request is due; null when nothing is to be done until an event comes. */
  dueAtMs: number | null;
  failures: number;
};

export type AutosaveEvent =
  | { type: 'edited'; atMs: number }
  | { type: 'due'; atMs: number }
  | { type: 'flushed'; atMs: number }
  | { type: 'saved'; revision: number; atMs: number }
  | { type: 'failed'; reason: 'unreachable' | 'stale' | 'refused'; atMs: number }
  | { type: 'rebased'; revision: number; atMs: number }
  | { type: 'online'; atMs: number }
  | { type: 'revised'; revision: number }
  | { type: 'reset'; revision: number };

export const idleDelayMs = 1_000;
export const maxDelayMs = 5_000;
const firstRetryMs = 2_000;
const maxRetryMs = 30_000;

/** An editor whose document is the one of this revision, or, with edits of an earlier session, stands on it. */
export function startAutosave(
  revision: number,
  kept: { firstNumber: number; lastNumber: number; atMs: number } | null = null,
): AutosaveState {
  return {
    status: kept ? 'pending' : 'saved',
    revision,
    editCount: kept?.lastNumber ?? 0,
    savedEditCount: kept ? kept.firstNumber - 1 : 0,
    sendingEditCount: null,
    firstUnsavedAtMs: kept?.atMs ?? null,
    dueAtMs: kept?.atMs ?? null,
    failures: 0,
  };
}

/** The whole life of autosave as a pure function: a driver feeds it events and sends when `sendingEditCount` is set. */
export function reduceAutosave(state: AutosaveState, event: AutosaveEvent): AutosaveState {
  switch (event.type) {
    case 'edited':
      return onEdited(state, event.atMs);
    case 'due':
      return isDue(state, event.atMs) ? beginSaving(state) : state;
    case 'flushed':
      return beginSaving(state);
    case 'online':
      return onOnline(state);
    case 'saved':
      return onSaved(state, event);
    case 'failed':
      return onFailed(state, event);
    case 'rebased':
      return onRebased(state, event);
    case 'revised':
      return { ...state, revision: event.revision };
    case 'reset':
      // Edits keep their numbers: those before the reset are gone on purpose, those after it count on.
      return {
        ...startAutosave(event.revision),
        editCount: state.editCount,
        savedEditCount: state.editCount,
      };
  }
}

/** How many edits exist only in this browser. */
export function countUnsaved(state: AutosaveState): number {
  return state.editCount - state.savedEditCount;
}

function onEdited(state: AutosaveState, atMs: number): AutosaveState {
  const edited = {
    ...state,
    editCount: state.editCount + 1,
    firstUnsavedAtMs: state.firstUnsavedAtMs ?? atMs,
  };
  // While the server cannot be reached or holds another version, an edit changes nothing about what is due.
  if (state.status === 'offline' || state.status === 'conflict') return edited;
  const dueAtMs = Math.min(atMs + idleDelayMs, edited.firstUnsavedAtMs + maxDelayMs);
  return { ...edited, dueAtMs, status: state.sendingEditCount === null ? 'pending' : 'saving' };
}

function isDue({ dueAtMs }: AutosaveState, atMs: number): boolean {
  return dueAtMs !== null && atMs >= dueAtMs;
}

function canSend(state: AutosaveState): boolean {
  return countUnsaved(state) > 0 && state.status !== 'conflict';
}

function beginSaving(state: AutosaveState): AutosaveState {
  // One request at a time: the next one needs the revision this one answers.
  if (state.sendingEditCount !== null || !canSend(state)) return state;
  return { ...state, status: 'saving', sendingEditCount: state.editCount, dueAtMs: null };
}

/** A request under way may have begun before and fail yet: then the next one must not wait as after many failures. */
function onOnline(state: AutosaveState): AutosaveState {
  const patient = { ...state, failures: 0 };
  return state.status === 'offline' ? beginSaving(patient) : patient;
}

function onSaved(
  state: AutosaveState,
  { revision, atMs }: { revision: number; atMs: number },
): AutosaveState {
  const savedEditCount = state.sendingEditCount ?? state.savedEditCount;
  const isAllSaved = savedEditCount === state.editCount;
  return {
    ...state,
    revision,
    savedEditCount,
    sendingEditCount: null,
    failures: 0,
    status: isAllSaved ? 'saved' : 'pending',
    firstUnsavedAtMs: isAllSaved ? null : atMs,
    dueAtMs: isAllSaved ? null : atMs + idleDelayMs,
  };
}

/** What was edited here now stands on the document of this revision: it can be sent again, at once. */
function onRebased(
  state: AutosaveState,
  { revision, atMs }: { revision: number; atMs: number },
): AutosaveState {
  const rebased = { ...state, revision, sendingEditCount: null, failures: 0 };
  return countUnsaved(state) === 0
    ? { ...rebased, status: 'saved', dueAtMs: null, firstUnsavedAtMs: null }
    : { ...rebased, status: 'pending', dueAtMs: atMs };
}

function onFailed(
  state: AutosaveState,
  { reason, atMs }: { reason: 'unreachable' | 'stale' | 'refused'; atMs: number },
): AutosaveState {
  const failed = { ...state, sendingEditCount: null };
  if (reason === 'stale') return { ...failed, status: 'conflict', dueAtMs: null };
  if (reason === 'refused') return { ...failed, status: 'refused', dueAtMs: null };
  const delayMs = Math.min(firstRetryMs * 2 ** state.failures, maxRetryMs);
  return { ...failed, status: 'offline', failures: state.failures + 1, dueAtMs: atMs + delayMs };
}
