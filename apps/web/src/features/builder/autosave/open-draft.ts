import type { FlowDefinition } from '@instaflow/flow-model';
import { createRandomId } from '../../../shared/api/create-random-id';
import { useSession } from '../../../shared/session/session-store';
import type { SessionPorts } from '../state/builder-session';
import { connectDrafts, draftDatabase } from './draft-database';
import { createDraftKeeper } from './draft-keeper';
import { findLeftover } from './find-leftover';
import type { RestoredSession } from './restore-session';
import { holdSession, readTabId } from './session-lock';

export type OpenedDraft = {
  /** What an earlier visit left in this browser, to go on with; null when nothing. */
  restored: RestoredSession | null;
  /** Where this visit is kept. */
  ports: Pick<SessionPorts, 'keeper' | 'hold'>;
};

// While the flow is on its way.
connectDrafts();

/** Looks for what an earlier visit left of a flow in this browser, and prepares a place for this one. Never rejects. */
export async function openDraft({
  flowId,
  ...current
}: {
  flowId: string;
  revision: number;
  definition: FlowDefinition;
}): Promise<OpenedDraft> {
  // People who share a browser do not get each other's drafts.
  const flowKey = `${useSession.getState().userId ?? ''}/${flowId}`;
  const leftover = await findLeftover({ flowKey, ...current });
  const sessionId = createRandomId();
  const keeper = createDraftKeeper({
    store: draftDatabase,
    sessionId,
    replaces: leftover?.replaces ?? [],
    identity: { flowKey, tabId: readTabId() },
    nowMs: () => Date.now(),
  });
  return { restored: leftover?.restored ?? null, ports: { keeper, hold: () => holdSession(sessionId) } };
}
