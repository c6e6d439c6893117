import { useStore } from 'zustand';
import { useBuilderSession } from '../state/builder-context';
import type { EdgeMark, NodeMark, OverlayState } from './overlay-store';

/** A part of the overlay's state; re-renders only when that part changes. */
export function useOverlay<Part>(select: (state: OverlayState) => Part): Part {
  return useStore(useBuilderSession().overlay, select);
}

export const useNodeMark = (nodeId: string): NodeMark | null =>
  useOverlay(({ nodeMarks }) => nodeMarks?.[nodeId] ?? null);

export const useEdgeMark = (edgeId: string): EdgeMark | null =>
  useOverlay(({ edgeMarks }) => edgeMarks?.[edgeId] ?? null);
