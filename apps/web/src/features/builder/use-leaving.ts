import { useEffect } from 'react';
import { countUnsaved } from './autosave/autosave-machine';
import { useBuilderSession } from './state/builder-context';
import type { BuilderSession } from './state/builder-session';

/**
 * Saves when the page is hidden or the network is back. Asks before a page is closed only when that would lose edits, or
 * when the server is known to go without them: what is merely on its way is kept here and sent with the next visit.
 */
export function useLeaving(): void {
  const session = useBuilderSession();

  useEffect(() => {
    const { autosave, start, stop } = session;
    const onHidden = () => {
      if (document.visibilityState === 'hidden') autosave.flush();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isAtRisk(session)) event.preventDefault();
    };
    start();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('online', autosave.online);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('online', autosave.online);
      window.removeEventListener('beforeunload', onUnload);
      stop();
    };
  }, [session]);
}

function isAtRisk({ store, autosave }: BuilderSession): boolean {
  const state = autosave.state();
  if (countUnsaved(state) === 0) return false;
  const isOnItsWay = state.status === 'pending' || state.status === 'saving';
  return !isOnItsWay || !store.getState().isKeptLocally;
}
