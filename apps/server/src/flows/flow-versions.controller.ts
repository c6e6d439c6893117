import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Flow, type ResponseOf } from '@instaflow/contracts';
import { flowRepository, flowVersionRepository } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { readDefinition } from './flow-document';
import { lockFlow } from './lock-flow';
import { toFlow, toFlowVersion } from './to-flow';

@Controller()
export class FlowVersionsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.listFlowVersions)
  list(
    call: Call<typeof endpoints.listFlowVersions>,
  ): Promise<ResponseOf<typeof endpoints.listFlowVersions>> {
    return inScope(this.deps, call, async (tx) => {
      const { id, workspaceId } = keyOf(call);
      const flow = found(await flowRepository.find(tx, { id, workspaceId }));
      const page = await flowVersionRepository.list(tx, { flowId: id, workspaceId, request: call.query });
      return {
        versions: page.rows.map((version) => toFlowVersion(version, flow)),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }

  @Route(endpoints.getFlowVersion)
  get(call: Call<typeof endpoints.getFlowVersion>): Promise<ResponseOf<typeof endpoints.getFlowVersion>> {
    return inScope(this.deps, call, async (tx) => {
      const { id, workspaceId } = keyOf(call);
      const flow = found(await flowRepository.find(tx, { id, workspaceId }));
      const key = { flowId: id, workspaceId, version: call.params.version };
      const version = found(await flowVersionRepository.find(tx, key));
      return { ...toFlowVersion(version, flow), flowDefinition: readDefinition(version.definition) };
    });
  }

  @Route(endpoints.restoreFlowVersion)
  restore(call: Call<typeof endpoints.restoreFlowVersion>): Promise<Flow> {
    return inScope(this.deps, call, async (tx) => {
      const { id, workspaceId } = keyOf(call);
      const flow = await lockFlow(tx, { id, workspaceId }, undefined);
      const key = { flowId: id, workspaceId, version: call.params.version };
      const version = found(await flowVersionRepository.find(tx, key));
      const restored = await flowRepository.save(
        tx,
        { id, workspaceId },
        {
          flowDefinition: version.definition,
          hasUnpublishedChanges: version.id !== flow.publishedVersionId,
        },
      );
      return toFlow(tx, restored);
    });
  }
}
