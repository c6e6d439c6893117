import { create } from 'zustand';
import type { RealtimeState } from './create-realtime-client';

/** Whether changes of others arrive by themselves right now. */
export const useRealtimeState = create<{ state: RealtimeState }>()(() => ({ state: 'connecting' }));
