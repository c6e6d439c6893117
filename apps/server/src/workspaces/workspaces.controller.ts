import { Controller, Inject } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { endpoints, type ResponseOf, type Workspace, type WorkspaceRole } from '@instaflow/contracts';
import { inEngine, inWorkspaces, workspaceRepository, type WorkspaceEntity } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { CallerDirectory } from '../http/caller-directory';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { Route } from '../http/route';

@Controller()
export class WorkspacesController {
  constructor(
    @Inject(dependenciesToken) private readonly deps: Dependencies,
    @Inject(CallerDirectory) private readonly directory: CallerDirectory,
  ) {}

  @Route(endpoints.listWorkspaces)
  async list({
    caller,
    query,
  }: Call<typeof endpoints.listWorkspaces>): Promise<ResponseOf<typeof endpoints.listWorkspaces>> {
    const { memberships } = caller;
    const page = await inWorkspaces(this.deps.appSource, [...memberships.keys()], (tx) =>
      workspaceRepository.listVisible(tx, query),
    );
    return {
      workspaces: page.rows.map((row) => toWorkspace(row, memberships.get(row.id) ?? 'viewer')),
      total: page.total,
      nextCursor: page.nextCursor,
    };
  }

  @Route(endpoints.createWorkspace)
  async create({ caller, body }: Call<typeof endpoints.createWorkspace>): Promise<Workspace> {
    const workspace = await inEngine(this.deps.engineSource, (tx) =>
      workspaceRepository.createOwned(tx, { id: newId(), ...body, ownerUserId: caller.userId }),
    );
    this.directory.forget(caller.sessionId);
    return toWorkspace(workspace, 'owner');
  }

  @Route(endpoints.getWorkspace)
  async get(call: Call<typeof endpoints.getWorkspace>): Promise<Workspace> {
    const workspace = await inScope(this.deps, call, (tx) =>
      workspaceRepository.findById(tx, call.params.id),
    );
    return toWorkspace(found(workspace), call.scope.role);
  }

  @Route(endpoints.updateWorkspace)
  async update(call: Call<typeof endpoints.updateWorkspace>): Promise<Workspace> {
    const workspace = await inScope(this.deps, call, (tx) =>
      workspaceRepository.update(tx, call.params.id, call.body),
    );
    return toWorkspace(found(workspace), call.scope.role);
  }
}

function toWorkspace(workspace: WorkspaceEntity, role: WorkspaceRole): Workspace {
  return {
    workspaceId: workspace.id,
    name: workspace.name,
    timezone: workspace.timezone,
    role,
    createdAt: workspace.createdAt.toISOString(),
  };
}
