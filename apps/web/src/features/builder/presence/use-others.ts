import type { FlowPresence } from '@instaflow/contracts';
import { create } from 'zustand';

export type Person = FlowPresence['people'][number];

export const nobody: readonly Person[] = [];

/** Who else looks at the open flow, kept by `usePresence`; nobody while that is not known. */
export const useOthers = create<{ others: readonly Person[] }>()(() => ({ others: nobody }));
