import { useEffect } from 'react';
import { useBuilderSession, type BuilderContextValue } from '../state/builder-context';

/** Where keys mean something else; Escape also puts the test phone away. */
const own =
  'input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], .test-phone';

export type ShownKeys = { onLeave: () => void; onConfirm?: () => void };

/**
 * Keys while another document is on the canvas instead of the draft: Escape leaves it, once the panel beside it is
 * closed, and Ctrl+Enter confirms.
 */
export function useShownKeys({ onLeave, onConfirm }: ShownKeys): void {
  const session = useBuilderSession();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.target instanceof Element) || event.target.closest(own)) return;
      const isConfirming = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      const isLeaving = event.key === 'Escape' && !isPanelOpen(session);
      const act = isConfirming ? onConfirm : isLeaving ? onLeave : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    // Before the keys of the canvas, to which Escape only means to select nothing.
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [session, onLeave, onConfirm]);
}

function isPanelOpen({ store, overlay }: BuilderContextValue): boolean {
  const { isPanelOpen: isStepOpen, selectedNodeIds } = store.getState();
  return overlay.getState().panel !== null || (isStepOpen && selectedNodeIds.size === 1);
}
