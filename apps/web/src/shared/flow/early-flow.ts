import type { Flow } from '@instaflow/contracts';
import { callApi } from '../api/call-api';
import { restoreSession } from '../session/restore-session';
import { useSession } from '../session/session-store';

let early: { flowId: string; answer: Promise<Flow> } | null = null;

/** Asks for a flow while the code of the builder is still on its way. */
export function askForFlow(flowId: string): void {
  const answer = restoreSession().then(() => {
    // Then the login is shown, and the flow is asked for anew with the way back.
    if (useSession.getState().status !== 'signedIn') throw new Error('Nobody is signed in');
    return ask(flowId);
  });
  // Whoever reads the flow gets the failure; nobody may come to.
  answer.catch(() => undefined);
  early = { flowId, answer };
}

/** The flow that was asked for early, once: whoever reads again asks again. Throws `ApiError`. */
export function readFlow(flowId: string, signal: AbortSignal): Promise<Flow> {
  const asked = early?.flowId === flowId ? early : null;
  early = null;
  return asked ? asked.answer : ask(flowId, signal);
}

function ask(flowId: string, signal?: AbortSignal): Promise<Flow> {
  return callApi('getFlow', { params: { id: flowId } }, signal ? { signal } : {});
}
