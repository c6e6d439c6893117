import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ViewportHolder } from '../canvas/viewport-port';
import type { OverlayStore } from '../overlay/overlay-store';
import type { BuilderSession } from './builder-session';
import type { BuilderState, BuilderStore } from './builder-store';

export type BuilderContextValue = BuilderSession & {
  flowId: string;
  accountId: string;
  viewport: ViewportHolder;
  overlay: OverlayStore;
};

export const BuilderContext = createContext<BuilderContextValue | null>(null);

/** The open builder. Throws outside of one. */
export function useBuilderSession(): BuilderContextValue {
  const value = useContext(BuilderContext);
  if (!value) throw new Error('Used outside of the builder');
  return value;
}

/** A part of the builder's state; re-renders only when that part changes. */
export function useBuilder<Part>(select: (state: BuilderState) => Part): Part {
  return useStore(useBuilderSession().store, select);
}

/** The store itself, for handlers that read the state when they run. */
export function useBuilderStore(): BuilderStore {
  return useBuilderSession().store;
}
