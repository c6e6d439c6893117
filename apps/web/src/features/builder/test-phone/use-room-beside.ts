import { useSyncExternalStore } from 'react';
import { useBuilder } from '../state/builder-context';

const wide = '(min-width: 1200px)';
/** With the panel of a step beside it. */
const wider = '(min-width: 1640px)';

/** Whether the trace fits beside the phone without leaving the canvas too little. */
export function useRoomBeside(): boolean {
  const isPanelOpen = useBuilder((state) => state.isPanelOpen && state.selectedNodeIds.size === 1);
  const isWide = useMatches(wide);
  const isWider = useMatches(wider);
  return isPanelOpen ? isWider : isWide;
}

function useMatches(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => {
        list.removeEventListener('change', onChange);
      };
    },
    () => matchMedia(query).matches,
  );
}
