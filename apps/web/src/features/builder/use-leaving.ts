import { useEffect } from 'react';
import { countUnsaved } from './autosave/autosave-machine';
import { useBuilderSession } from './state/builder-context';

/** Saves when the page is hidden or the network is back, and asks before a page with unsaved edits is closed. */
export function useLeaving(): void {
  const session = useBuilderSession();

  useEffect(() => {
    const { autosave, start, stop } = session;
    const onHidden = () => {
      if (document.visibilityState === 'hidden') autosave.flush();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (countUnsaved(autosave.state()) > 0) event.preventDefault();
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
