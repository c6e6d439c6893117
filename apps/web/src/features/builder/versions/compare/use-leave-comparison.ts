import { useCallback, useEffect } from 'react';
import { showComparison } from '../../overlay/overlay-store';
import { useBuilderSession } from '../../state/builder-context';

const own = 'input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Puts the draft back on the canvas; Escape does the same, once the panel of a step is closed. */
export function useLeaveComparison(): () => void {
  const { overlay, store } = useBuilderSession();
  const leave = useCallback(() => {
    showComparison(overlay, null);
  }, [overlay]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !(event.target instanceof Element) || event.target.closest(own)) return;
      const { isPanelOpen, selectedNodeIds } = store.getState();
      if (isPanelOpen && selectedNodeIds.size === 1) return;
      event.preventDefault();
      leave();
    };
    // Before the keys of the canvas, to which Escape only means to select nothing.
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [leave, store]);
  return leave;
}
