import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * A press ends the canvas' own gliding, and nothing glides until it is let go: otherwise a button moves away between
 * press and release, and the browser makes no click of it. Answers whether something is pressed.
 */
export function useHoldOnPress(region: RefObject<HTMLElement | null>): RefObject<boolean> {
  const flow = useReactFlow();
  const isPressed = useRef(false);

  useEffect(() => {
    const element = region.current;
    const hold = () => {
      isPressed.current = true;
      // Setting the viewport to what it is ends a transition under way.
      void flow.setViewport(flow.getViewport());
    };
    const release = () => {
      isPressed.current = false;
    };
    element?.addEventListener('pointerdown', hold, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      element?.removeEventListener('pointerdown', hold, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, [flow, region]);

  return isPressed;
}
