import { Controller, Inject } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { endpoints, type ResponseOf, type SharedFlow } from '@instaflow/contracts';
import { shareLinkRepository } from '@instaflow/db';
import { randomToken, unprocessable } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { lockFlow } from '../lock-flow';
import { hashShareToken } from './hash-share-token';
import { openSharedFlow } from './open-shared-flow';

const dayMs = 24 * 3_600_000;
const maxLinksPerFlow = 50;

/** Links with which people without a login try a flow. */
@Controller()
export class ShareLinksController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.createShareLink)
  create(
    call: Call<typeof endpoints.createShareLink>,
  ): Promise<ResponseOf<typeof endpoints.createShareLink>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const now = this.deps.clock.now();
    const expiresAt = new Date(now + call.body.expiresInDays * dayMs);
    const token = randomToken();
    return inScope(this.deps, call, async (tx) => {
      await lockFlow(tx, keyOf(call), undefined);
      const live = await shareLinkRepository.list(tx, { flowId, workspaceId, now, limit: maxLinksPerFlow });
      if (live.length === maxLinksPerFlow)
        throw unprocessable(
          'too_many_share_links',
          `A flow can have ${maxLinksPerFlow} links. End some first.`,
        );
      const shareLinkId = newId();
      await shareLinkRepository.create(tx, {
        id: shareLinkId,
        flowId,
        workspaceId,
        tokenHash: hashShareToken(token),
        byUserId: call.caller.userId,
        now,
        expiresAt,
      });
      const url = new URL(`/try/${token}`, this.deps.config.publicUrl).href;
      return { shareLinkId, url, expiresAt: expiresAt.toISOString() };
    });
  }

  @Route(endpoints.listShareLinks)
  list(call: Call<typeof endpoints.listShareLinks>): Promise<ResponseOf<typeof endpoints.listShareLinks>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const now = this.deps.clock.now();
    return inScope(this.deps, call, async (tx) => {
      const links = await shareLinkRepository.list(tx, { flowId, workspaceId, now, limit: maxLinksPerFlow });
      return {
        shareLinks: links.map(({ id, createdAt, createdByName, expiresAt }) => ({
          shareLinkId: id,
          createdAt: createdAt.toISOString(),
          createdByName,
          expiresAt: expiresAt.toISOString(),
        })),
      };
    });
  }

  @Route(endpoints.revokeShareLink)
  async revoke(call: Call<typeof endpoints.revokeShareLink>): Promise<null> {
    const { id: flowId, workspaceId } = keyOf(call);
    await inScope(this.deps, call, async (tx) => {
      const key = { id: call.params.shareLinkId, flowId, workspaceId };
      found((await shareLinkRepository.delete(tx, key)) || null);
    });
    return null;
  }

  @Route(endpoints.getSharedFlow)
  open(call: Call<typeof endpoints.getSharedFlow>): Promise<SharedFlow> {
    void call.reply.header('cache-control', 'no-store');
    return openSharedFlow(this.deps, call.params.token);
  }
}
