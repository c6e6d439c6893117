import type { Flow } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from 'zustand';
import { saveFlow } from './api/save-flow';
import type { OpenedDraft } from './autosave/open-draft';
import { BuilderScreen } from './builder-screen';
import type { Positions } from './canvas/position';
import { createViewportHolder } from './canvas/viewport-port';
import { createOverlayStore, type ShownVersion } from './overlay/overlay-store';
import { useRunAddress } from './overlay/use-run-address';
import { BuilderContext } from './state/builder-context';
import {
  createBuilderSession,
  keepingNothing,
  type BuilderSession,
  type SessionPorts,
} from './state/builder-session';
import { layOutMissing } from './tidy/lay-out-missing';
import { isPhone } from './use-is-phone';

export type BuilderEditorProps = {
  accountId: string;
  flow: Flow;
  definition: FlowDefinition;
  automaticPositions: Positions;
  /** The copy in this browser, with what an earlier visit left. */
  draft: OpenedDraft;
  isReadOnly: boolean;
};

/**
 * One editing session of one flow: store, autosave, and the copy in this browser. While the overlay shows a published
 * version, a session of that version, which nobody can edit, stands in for it.
 */
export function BuilderEditor({ accountId, flow, draft, isReadOnly, ...start }: BuilderEditorProps) {
  const { flowId, revision } = flow;
  const [session] = useState(() => {
    const view = isPhone() ? 'outline' : 'canvas';
    const ports = { ...createPorts({ accountId, flowId }), ...draft.ports };
    return createBuilderSession(
      { ...start, revision, isReadOnly, view, ...(isReadOnly ? null : draft.restored) },
      ports,
    );
  });
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
    ...keepingNothing,
    nowMs: () => Date.now(),
    schedule: (callback, delayMs) => {
      const timer = setTimeout(callback, delayMs);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
