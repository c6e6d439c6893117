import type { Flow } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from 'zustand';
import { createRandomId } from '../../shared/api/create-random-id';
import { saveFlow } from './api/save-flow';
import { createWriteAhead } from './autosave/write-ahead';
import { BuilderScreen } from './builder-screen';
import type { Positions } from './canvas/position';
import { createViewportHolder } from './canvas/viewport-port';
import { createKeptHistory } from './history/kept-history';
import { createOverlayStore, type ShownVersion } from './overlay/overlay-store';
import { useRunAddress } from './overlay/use-run-address';
import { BuilderContext } from './state/builder-context';
import { createBuilderSession, type BuilderSession, type SessionPorts } from './state/builder-session';
import { layOutMissing } from './tidy/lay-out-missing';
import { isPhone } from './use-is-phone';

export type BuilderEditorProps = {
  accountId: string;
  flow: Flow;
  definition: FlowDefinition;
  automaticPositions: Positions;
  isReadOnly: boolean;
};

/**
 * One editing session of one flow: store, autosave, and the copy in this browser. While the overlay shows a published
 * version, a session of that version, which nobody can edit, stands in for it.
 */
export function BuilderEditor({
  accountId,
  flow,
  definition,
  automaticPositions,
  isReadOnly,
}: BuilderEditorProps) {
  const { flowId, revision } = flow;
  const [session] = useState(() =>
    createBuilderSession(
      { definition, automaticPositions, revision, isReadOnly, view: isPhone() ? 'outline' : 'canvas' },
      createPorts({ accountId, flowId }),
    ),
  );
  const [viewport] = useState(createViewportHolder);
  const [search] = useSearchParams();
  const [overlay] = useState(() => createOverlayStore(search.get('run')));
  useRunAddress(overlay);
  const shown = useStore(overlay, (state) => state.shown);
  const shownSession = useMemo(
    () => (shown ? createShownSession(shown, { session, accountId, flowId }) : null),
    [shown, session, accountId, flowId],
  );
  const value = useMemo(
    () => ({ ...(shownSession ?? session), flowId, accountId, viewport, overlay }),
    [shownSession, session, flowId, accountId, viewport, overlay],
  );
  return (
    <BuilderContext.Provider value={value}>
      <BuilderScreen />
    </BuilderContext.Provider>
  );
}

function createShownSession(
  { definition, automaticPositions }: ShownVersion,
  { session, ...ids }: { session: BuilderSession; accountId: string; flowId: string },
): BuilderSession {
  const { view } = session.store.getState();
  const { revision } = session.autosave.state();
  return createBuilderSession(
    { definition, automaticPositions, revision, isReadOnly: true, view },
    createPorts(ids),
  );
}

function createPorts({ accountId, flowId }: { accountId: string; flowId: string }): SessionPorts {
  return {
    save: (request) => saveFlow({ ...request, accountId, flowId }),
    findPlaces: layOutMissing,
    writeAhead: createWriteAhead(localStorage, { flowId, tabId: readTabId() }),
    keptHistory: createKeptHistory(sessionStorage, flowId),
    nowMs: () => Date.now(),
    schedule: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

/** An id that survives a reload of this tab and that no other tab has. */
function readTabId(): string {
  const key = 'instaflow.tab';
  const known = sessionStorage.getItem(key);
  if (known !== null) return known;
  const created = createRandomId();
  sessionStorage.setItem(key, created);
  return created;
}
