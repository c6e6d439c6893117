import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { showRun, type OverlayStore } from './overlay-store';

const name = 'run';

/** Keeps the run that is followed in the address, so that it survives a reload and can be sent to others. */
export function useRunAddress(overlay: OverlayStore): void {
  const [search, setSearch] = useSearchParams();
  const asked = search.get(name);

  useEffect(() => {
    if (asked !== null && asked !== overlay.getState().runId) showRun(overlay, asked);
  }, [asked, overlay]);

  useEffect(
    () =>
      overlay.subscribe(({ runId }, before) => {
        if (runId === before.runId) return;
        setSearch(
          (previous) => {
            const next = new URLSearchParams(previous);
            if (runId === null) next.delete(name);
            else next.set(name, runId);
            return next;
          },
          { replace: true },
        );
      }),
    [overlay, setSearch],
  );
}
