import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getFreshToken } from '../session/refresh-session';
import { useSession } from '../session/session-store';
import { applyRealtimeEvent } from './apply-realtime-event';
import { createRealtimeClient } from './create-realtime-client';
import { realtimeUrl } from './realtime-address';
import { sayThrough, tellPointer, tellPresence } from './presence-channel';
import { tellListeners } from './realtime-listeners';
import { useRealtimeState } from './realtime-store';

/** Keeps the event stream open while the component is mounted and patches the cache by it. */
export function useRealtime(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let wasOnline = false;
    const goOnline = () => {
      if (wasOnline) return;
      wasOnline = true;
      // What was read before the stream began may lack what happened in between.
      for (const subject of ['conversations', 'conversation', 'messages', 'notifications']) {
        void queryClient.invalidateQueries({ queryKey: [subject] });
      }
    };
    const client = createRealtimeClient({
      openSocket: () => new WebSocket(realtimeUrl(window.location)),
      getToken: getFreshToken,
      onEvent: (event) => {
        tellListeners(event);
        applyRealtimeEvent(queryClient, event, useSession.getState().userId);
      },
      onPresence: tellPresence,
      onPointer: tellPointer,
      onResync: () => void queryClient.invalidateQueries(),
      onStateChange: (state) => {
        useRealtimeState.setState({ state });
        if (state === 'online') goOnline();
      },
      delay: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      random: Math.random,
    });
    client.start();
    const stopSaying = sayThrough(client.send);
    window.addEventListener('online', client.retryNow);
    return () => {
      window.removeEventListener('online', client.retryNow);
      stopSaying();
      client.stop();
    };
  }, [queryClient]);
}
