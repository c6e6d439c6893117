import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addWorkspaceMember } from '@instaflow/testing';
import type { ApiClient } from './api-client';
import type { Program } from './program';

export type Login = { email: string; password: string };

const server = z.object({ port: z.number(), password: z.string() });
const workspaces = z.array(z.object({ workspaceId: z.string() }));

/** Another person who edits in the workspace of the demo user. */
export const addColleague = async (
  program: Program,
  api: ApiClient,
  name: { firstName: string; lastName: string },
): Promise<Login> => {
  const login = { email: `${name.firstName.toLowerCase()}@example.com`, password: 'correct horse battery' };
  const { body: registered } = await api('POST', '/auth/register', { ...login, ...name });
  const { body } = await api('GET', '/workspaces');
  const [workspace] = workspaces.parse(body['workspaces']);
  const state = readFileSync(join(program.dataDirectory, 'postgres', 'server.json'), 'utf8');
  const { port, password } = server.parse(JSON.parse(state));
  await addWorkspaceMember({
    databaseUrl: `postgres://postgres:${password}@127.0.0.1:${port}/instaflow`,
    workspaceId: workspace?.workspaceId ?? '',
    userId: String(registered['userId']),
    role: 'editor',
  });
  return login;
};
