import { useEffect, useRef } from 'react';
import { useBuilderStore } from './state/builder-context';

/**
 * Brings a step into view once the panel about it has taken its room from the canvas: its code may have come later than
 * the step was chosen. Only as it opens, so that nothing moves when another step is pressed.
 */
export function useStepInView(nodeId: string | null): void {
  const store = useBuilderStore();
  const opensWith = useRef(nodeId);
  useEffect(() => {
    if (opensWith.current !== null) store.getState().revealNode(opensWith.current);
  }, [store]);
}
