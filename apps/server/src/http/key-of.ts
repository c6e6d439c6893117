import type { Call } from './call';

/** The object an address names, within the workspace it was found in. */
export function keyOf(call: Pick<Call, 'scope'> & { params: { id: string } }): {
  id: string;
  workspaceId: string;
} {
  return { id: call.params.id, workspaceId: call.scope.workspaceId };
}
