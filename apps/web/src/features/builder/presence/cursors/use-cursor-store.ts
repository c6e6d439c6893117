import { useEffect, useState } from 'react';
import { listenToPointers } from '../../../../shared/realtime/presence-channel';
import { createCursorStore, type CursorStore } from './create-cursor-store';
import { scheduleTimer } from './schedule-timer';

/** Where others point on a flow, from the stream. */
export function useCursorStore(flowId: string): CursorStore {
  const [store] = useState(() => createCursorStore(scheduleTimer));
  useEffect(() => {
    const stop = listenToPointers((pointer) => {
      if (pointer.flowId === flowId) store.put(pointer.userId, pointer.position);
    });
    return () => {
      stop();
      store.clear();
    };
  }, [store, flowId]);
  return store;
}
