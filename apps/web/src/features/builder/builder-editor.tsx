import type { Flow } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';
import { useMemo, useState } from 'react';
import { createRandomId } from '../../shared/api/create-random-id';
import { saveFlow } from './api/save-flow';
import { createWriteAhead } from './autosave/write-ahead';
import { BuilderScreen } from './builder-screen';
import type { Positions } from './canvas/position';
import { createViewportHolder } from './canvas/viewport-port';
import { createKeptHistory } from './history/kept-history';
import { BuilderContext } from './state/builder-context';
import { createBuilderSession, type SessionPorts } from './state/builder-session';
import { isPhone } from './use-is-phone';

export type BuilderEditorProps = {
  accountId: string;
  flow: Flow;
  definition: FlowDefinition;
  automaticPositions: Positions;
  isReadOnly: boolean;
};

/** One editing session of one flow: store, autosave, and the copy in this browser. */
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
  const value = useMemo(
    () => ({ ...session, flowId, accountId, viewport }),
    [session, flowId, accountId, viewport],
  );
  return (
    <BuilderContext.Provider value={value}>
      <BuilderScreen />
    </BuilderContext.Provider>
  );
}

function createPorts({ accountId, flowId }: { accountId: string; flowId: string }): SessionPorts {
  return {
    save: (request) => saveFlow({ ...request, accountId, flowId }),
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
