import { inWorkspaces, type Tx } from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import type { Call } from './call';

/** Runs `work` in one transaction that sees only the workspace the request is about. */
export function inScope<Result>(
  deps: Pick<Dependencies, 'appSource'>,
  call: Pick<Call, 'scope'>,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inWorkspaces(deps.appSource, [call.scope.workspaceId], work);
}
