import { Controller, Inject } from '@nestjs/common';
import { endpoints, type CommentThread, type ResponseOf } from '@instaflow/contracts';
import {
  countComments,
  flowCommentRepository,
  listCommentReplies,
  listCommentThreads,
  mentionableMembers,
  noteCommentChange,
} from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { findThread } from './find-thread';
import { toReply, toThread } from './to-comments';

const maxMembers = 20;

/** What was said about a flow, and whether that is settled. */
@Controller()
export class CommentThreadsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.listFlowComments)
  list(
    call: Call<typeof endpoints.listFlowComments>,
  ): Promise<ResponseOf<typeof endpoints.listFlowComments>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const { state, nodeId = null, ...request } = call.query;
    const isOpen = state === undefined ? null : state === 'open';
    return inScope(this.deps, call, async (tx) => {
      const page = await listCommentThreads(tx, { flowId, workspaceId, isOpen, nodeId, request });
      return { threads: page.rows.map(toThread), total: page.total, nextCursor: page.nextCursor };
    });
  }

  @Route(endpoints.getFlowCommentCounts)
  count(
    call: Call<typeof endpoints.getFlowCommentCounts>,
  ): Promise<ResponseOf<typeof endpoints.getFlowCommentCounts>> {
    const { id: flowId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => ({
      counts: await countComments(tx, { flowId, workspaceId }),
    }));
  }

  @Route(endpoints.getFlowComment)
  get(call: Call<typeof endpoints.getFlowComment>): Promise<CommentThread> {
    const { id: flowId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, (tx) =>
      findThread(tx, { id: call.params.commentId, flowId, workspaceId }),
    );
  }

  @Route(endpoints.listFlowCommentReplies)
  listReplies(
    call: Call<typeof endpoints.listFlowCommentReplies>,
  ): Promise<ResponseOf<typeof endpoints.listFlowCommentReplies>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const threadId = call.params.commentId;
    return inScope(this.deps, call, async (tx) => {
      found(await flowCommentRepository.find(tx, { id: threadId, flowId, workspaceId }));
      const page = await listCommentReplies(tx, { flowId, workspaceId, threadId, request: call.query });
      return { replies: page.rows.map(toReply), total: page.total, nextCursor: page.nextCursor };
    });
  }

  @Route(endpoints.setFlowCommentState)
  setState(call: Call<typeof endpoints.setFlowCommentState>): Promise<CommentThread> {
    const { id: flowId, workspaceId } = keyOf(call);
    const key = { id: call.params.commentId, flowId, workspaceId };
    const isResolved = call.body.state === 'resolved';
    const resolved = isResolved ? { at: this.deps.clock.now(), byUserId: call.caller.userId } : null;
    return inScope(this.deps, call, async (tx) => {
      found((await flowCommentRepository.lockThread(tx, key)) || null);
      await flowCommentRepository.setResolved(tx, { ...key, resolved });
      await noteCommentChange(tx, { threadId: key.id, workspaceId, accountId: call.accountId });
      return findThread(tx, key);
    });
  }

  @Route(endpoints.listMentionableMembers)
  listMembers(
    call: Call<typeof endpoints.listMentionableMembers>,
  ): Promise<ResponseOf<typeof endpoints.listMentionableMembers>> {
    const { workspaceId } = keyOf(call);
    const { search } = call.query;
    return inScope(this.deps, call, async (tx) => ({
      members: await mentionableMembers.list(tx, { workspaceId, search, limit: maxMembers }),
    }));
  }
}
