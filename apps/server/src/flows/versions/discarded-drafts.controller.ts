import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Flow, type ResponseOf } from '@instaflow/contracts';
import { discardedDraftRepository, flowRepository, flowVersionRepository } from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { lockFlow } from '../lock-flow';
import { toFlow } from '../to-flow';
import { replaceDraft } from './replace-draft';

/** Drafts that are thrown away, and brought back. */
@Controller()
export class DiscardedDraftsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.discardDraft)
  discard(call: Call<typeof endpoints.discardDraft>): Promise<Flow> {
    return inScope(this.deps, call, async (tx) => {
      const flow = await lockFlow(tx, keyOf(call), call.body.revision);
      const { publishedVersionId: id, workspaceId } = flow;
      const live = id === null ? null : await flowVersionRepository.findById(tx, { id, workspaceId });
      if (live === null) throw neverPublished();
      if (!flow.hasUnpublishedChanges) return toFlow(tx, flow);
      const { userId } = call.caller;
      return toFlow(tx, await replaceDraft(tx, this.deps, { flow, definition: live.definition, userId }));
    });
  }

  @Route(endpoints.listDiscardedDrafts)
  list(
    call: Call<typeof endpoints.listDiscardedDrafts>,
  ): Promise<ResponseOf<typeof endpoints.listDiscardedDrafts>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const now = this.deps.clock.now();
    return inScope(this.deps, call, async (tx) => {
      found(await flowRepository.find(tx, keyOf(call)));
      const drafts = await discardedDraftRepository.list(tx, { flowId, workspaceId, now });
      return {
        drafts: drafts.map(({ id, discardedAt, keptUntil, ...draft }) => ({
          ...draft,
          discardedDraftId: id,
          discardedAt: discardedAt.toISOString(),
          keptUntil: keptUntil.toISOString(),
        })),
      };
    });
  }

  @Route(endpoints.restoreDiscardedDraft)
  restore(call: Call<typeof endpoints.restoreDiscardedDraft>): Promise<Flow> {
    const { id: flowId, workspaceId } = keyOf(call);
    const { userId } = call.caller;
    const now = this.deps.clock.now();
    return inScope(this.deps, call, async (tx) => {
      const flow = await lockFlow(tx, keyOf(call), undefined);
      const key = { id: call.params.draftId, flowId, workspaceId, now };
      const definition = found(await discardedDraftRepository.take(tx, key));
      return toFlow(tx, await replaceDraft(tx, this.deps, { flow, definition, userId }));
    });
  }
}

function neverPublished() {
  return unprocessable(
    'never_published',
    'Nothing of this flow is published yet, so there is nothing to go back to. Delete the flow if you do not want it.',
  );
}
