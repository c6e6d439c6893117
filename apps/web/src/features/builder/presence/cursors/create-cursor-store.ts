import type { Position } from '../../canvas/position';
import type { Schedule } from './create-throttle';

/** Whoever says nothing for this long has their hands elsewhere, or lost the connection. */
const silenceMs = 10_000;

type Cursor = {
  position: Position;
  /** Calls off that it disappears. */
  keep: () => void;
};

/** Where others point. Who listens to one person hears of nobody else, so a move draws nothing but its own cursor. */
export type CursorStore = {
  /** Whose pointer is on the canvas; the same list until somebody comes or goes. */
  listUserIds: () => readonly string[];
  onComingAndGoing: (listener: () => void) => () => void;
  find: (userId: string) => Position | null;
  onMove: (userId: string, listener: (position: Position) => void) => () => void;
  /** Null: nowhere any more. */
  put: (userId: string, position: Position | null) => void;
  /** Forgets everyone and ends all waiting; tells nobody. */
  clear: () => void;
};

export function createCursorStore(schedule: Schedule): CursorStore {
  const cursors = new Map<string, Cursor>();
  const lists = new Set<() => void>();
  const moves = new Map<string, Set<(position: Position) => void>>();
  let userIds: readonly string[] = [];

  const tellList = () => {
    userIds = [...cursors.keys()];
    lists.forEach((listener) => {
      listener();
    });
  };
  const put = (userId: string, position: Position | null) => {
    const known = cursors.get(userId);
    known?.keep();
    if (position === null) {
      if (cursors.delete(userId)) tellList();
      return;
    }
    const keep = schedule(() => {
      put(userId, null);
    }, silenceMs);
    cursors.set(userId, { position, keep });
    if (!known) tellList();
    else
      moves.get(userId)?.forEach((listener) => {
        listener(position);
      });
  };

  return {
    put,
    listUserIds: () => userIds,
    onComingAndGoing: (listener) => {
      lists.add(listener);
      return () => void lists.delete(listener);
    },
    find: (userId) => cursors.get(userId)?.position ?? null,
    onMove: (userId, listener) => {
      const listeners = moves.get(userId) ?? new Set();
      moves.set(userId, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    clear: () => {
      cursors.forEach(({ keep }) => {
        keep();
      });
      cursors.clear();
      userIds = [];
    },
  };
}
