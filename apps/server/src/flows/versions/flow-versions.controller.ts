import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  type Flow,
  type FlowVersion,
  type PublishPreview,
  type ResponseOf,
} from '@instaflow/contracts';
import {
  findFlowVersionHead,
  flowRepository,
  flowVersionRepository,
  listFlowVersions,
  type Tx,
} from '@instaflow/db';
import { diffFlows } from '@instaflow/flow-model';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { parseDocument, readDefinition } from '../drafts/flow-document';
import { lockFlow } from '../lock-flow';
import { toFlow, toFlowVersion } from '../to-flow';
import { findStandingImpact } from './find-standing-impact';
import { previewPublish } from './preview-publish';
import { publishDraft } from './publish-draft';
import { replaceDraft } from './replace-draft';
import { toShownDiff } from './to-shown-diff';

type VersionKey = { flowId: string; workspaceId: string; version: number };

@Controller()
export class FlowVersionsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.previewPublish)
  preview(call: Call<typeof endpoints.previewPublish>): Promise<PublishPreview> {
    return inScope(this.deps, call, async (tx) =>
      previewPublish(tx, this.deps, found(await flowRepository.find(tx, keyOf(call)))),
    );
  }

  @Route(endpoints.publishFlow)
  publish(call: Call<typeof endpoints.publishFlow>): Promise<Flow> {
    const { revision, ...order } = call.body;
    return inScope(this.deps, call, async (tx) => {
      const flow = await lockFlow(tx, keyOf(call), revision);
      return toFlow(tx, await publishDraft(tx, this.deps, flow, { ...order, userId: call.caller.userId }));
    });
  }

  @Route(endpoints.listFlowVersions)
  list(
    call: Call<typeof endpoints.listFlowVersions>,
  ): Promise<ResponseOf<typeof endpoints.listFlowVersions>> {
    return inScope(this.deps, call, async (tx) => {
      const { id, workspaceId } = keyOf(call);
      const flow = found(await flowRepository.find(tx, { id, workspaceId }));
      const page = await listFlowVersions(tx, { flowId: id, workspaceId, request: call.query });
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
      const shown = await this.#show(tx, call);
      const version = found(await flowVersionRepository.find(tx, versionKey(call)));
      return { ...shown, flowDefinition: readDefinition(version.definition) };
    });
  }

  @Route(endpoints.updateFlowVersion)
  update(call: Call<typeof endpoints.updateFlowVersion>): Promise<FlowVersion> {
    return inScope(this.deps, call, async (tx) => {
      await lockFlow(tx, keyOf(call), undefined);
      await flowVersionRepository.updateNote(tx, { ...versionKey(call), note: call.body.note });
      return this.#show(tx, call);
    });
  }

  @Route(endpoints.restoreFlowVersion)
  restore(call: Call<typeof endpoints.restoreFlowVersion>): Promise<Flow> {
    return inScope(this.deps, call, async (tx) => {
      const flow = await lockFlow(tx, keyOf(call), undefined);
      const { definition } = found(await flowVersionRepository.find(tx, versionKey(call)));
      const { userId } = call.caller;
      return toFlow(tx, await replaceDraft(tx, this.deps, { flow, definition, userId }));
    });
  }

  @Route(endpoints.diffFlowVersions)
  diff(
    call: Call<typeof endpoints.diffFlowVersions>,
  ): Promise<ResponseOf<typeof endpoints.diffFlowVersions>> {
    const { other } = call.params;
    return inScope(this.deps, call, async (tx) => {
      const { flowId, workspaceId, ...key } = versionKey(call);
      const flow = found(await flowRepository.find(tx, keyOf(call)));
      const version = found(await flowVersionRepository.find(tx, { flowId, workspaceId, ...key }));
      const otherDocument =
        other === 'draft'
          ? flow.flowDefinition
          : found(await flowVersionRepository.find(tx, { flowId, workspaceId, version: other })).definition;
      const after = parseDocument(otherDocument);
      return {
        diff: toShownDiff(diffFlows(parseDocument(version.definition), after)),
        impact: await findStandingImpact(tx, { flowId, workspaceId, after, versionId: version.id }),
      };
    });
  }

  async #show(
    tx: Tx,
    call: Pick<Call, 'scope'> & { params: { id: string; version: number } },
  ): Promise<FlowVersion> {
    const flow = found(await flowRepository.find(tx, keyOf(call)));
    return toFlowVersion(found(await findFlowVersionHead(tx, versionKey(call))), flow);
  }
}

function versionKey(call: Pick<Call, 'scope'> & { params: { id: string; version: number } }): VersionKey {
  return { flowId: call.params.id, workspaceId: call.scope.workspaceId, version: call.params.version };
}
