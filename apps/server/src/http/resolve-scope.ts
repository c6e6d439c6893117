import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Endpoint } from '@instaflow/contracts';
import { findScope, type DataSource, type ObjectScope, type ScopeKind } from '@instaflow/db';
import { forbidden, notFound } from '@instaflow/platform';
import type { Caller, Scope } from './call';
import { mayCall } from './may-call';

/** What the `{id}` of an address names, by the first word of the address. */
const kinds: Record<string, ScopeKind> = {
  workspaces: 'workspace',
  'instagram-accounts': 'account',
  flows: 'flow',
  folders: 'folder',
  triggers: 'trigger',
  contacts: 'contact',
  conversations: 'conversation',
  runs: 'run',
  messages: 'message',
};
const idInput = z.object({ id: z.uuid() });
const workspaceInput = z.object({ workspaceId: z.uuid() });

/**
 * The workspace of the object an endpoint is about. A missing and a foreign object are both 404; too small a role
 * there is 403. Null for endpoints that are about the caller only.
 */
export async function resolveScope(request: {
  endpoint: Endpoint;
  input: { params: unknown; body: unknown };
  headers: IncomingHttpHeaders;
  caller: Caller;
  source: DataSource;
}): Promise<Scope | null> {
  const { endpoint, caller } = request;
  if (endpoint.access === 'public' || endpoint.access === 'user') return null;
  const owner = await findOwner(request);
  const role = owner === null ? undefined : caller.memberships.get(owner.workspaceId);
  if (owner === null || role === undefined) throw notFound();
  if (!mayCall(endpoint, role)) throw forbidden();
  return { ...owner, role };
}

async function findOwner(request: Parameters<typeof resolveScope>[0]): Promise<ObjectScope | null> {
  const { endpoint, caller, source, input } = request;
  const named = idInput.safeParse(input.params);
  const kind = kinds[endpoint.path.split('/')[1] ?? ''];
  if (named.success && kind !== undefined) {
    return findScope(source, { kind, id: named.data.id, workspaceIds: [...caller.memberships.keys()] });
  }
  const workspaceId = chooseWorkspace(request);
  return workspaceId === null ? null : { workspaceId, accountId: null };
}

/** For what is created in a workspace: the one in the body, else the header's, else the first own, else the first. */
function chooseWorkspace(request: Parameters<typeof resolveScope>[0]): string | null {
  const inBody = workspaceInput.safeParse(request.input.body);
  if (inBody.success) return inBody.data.workspaceId;
  const header = request.headers['x-workspace-id'];
  if (typeof header === 'string' && header !== '') return header.toLowerCase();
  const memberships = [...request.caller.memberships];
  const own = memberships.find(([, role]) => role === 'owner') ?? memberships[0];
  return own?.[0] ?? null;
}
