import type { Endpoint, WorkspaceRole } from '@instaflow/contracts';

/** Where agents may look: conversations and contacts, nothing else. */
const agentTags: ReadonlySet<string> = new Set(['conversations', 'contacts']);
const ranks: Record<WorkspaceRole, number> = { owner: 5, admin: 4, editor: 3, agent: 2, viewer: 1 };

/** Whether a role in the object's workspace suffices for an endpoint. */
export function mayCall(endpoint: Pick<Endpoint, 'access' | 'tag'>, role: WorkspaceRole): boolean {
  const { access } = endpoint;
  if (access === 'public' || access === 'user') return true;
  if (role === 'agent') {
    return access === 'agent' || (access === 'viewer' && agentTags.has(endpoint.tag));
  }
  return ranks[role] >= ranks[access];
}
