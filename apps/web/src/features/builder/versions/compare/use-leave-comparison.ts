import { useCallback } from 'react';
import { showInstead } from '../../overlay/overlay-store';
import { useShownKeys } from '../../overlay/use-shown-keys';
import { useBuilderSession } from '../../state/builder-context';

/** Puts the draft back on the canvas; Escape does the same. */
export function useLeaveComparison(): () => void {
  const { overlay } = useBuilderSession();
  const leave = useCallback(() => {
    showInstead(overlay, null);
  }, [overlay]);
  useShownKeys({ onLeave: leave });
  return leave;
}
