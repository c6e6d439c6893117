import { useMemo, type RefObject } from 'react';

/**
 * Marks the canvas while it is panned or zoomed: then the picture is a layer of its own that is only moved. Kept as one
 * all the time, text that was zoomed in would stay blurred.
 */
export function useMovingMark(region: RefObject<HTMLElement | null>): {
  onMoveStart: () => void;
  onMoveEnd: () => void;
} {
  return useMemo(
    () => ({
      onMoveStart: () => region.current?.setAttribute('data-moving', ''),
      onMoveEnd: () => region.current?.removeAttribute('data-moving'),
    }),
    [region],
  );
}
