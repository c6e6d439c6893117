import { Controller, Inject } from '@nestjs/common';
import { endpoints, type CommentReply, type CommentThread } from '@instaflow/contracts';
import {
  flowCommentRepository,
  flowRepository,
  noteCommentChange,
  tellMentioned,
  type LockedComment,
  type Tx,
} from '@instaflow/db';
import { forbidden, notFound, unprocessable } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { checkMentions } from './check-mentions';
import { findStep } from './find-step';
import { findThread } from './find-thread';
import { toReply } from './to-comments';
import { writeComment } from './write-comment';

const maxThreadsPerFlow = 1_000;
const maxRepliesPerThread = 200;

type CommentKey = { id: string; flowId: string; workspaceId: string };
type CommentCall = Pick<Call, 'scope' | 'caller' | 'accountId'> & {
  params: { id: string; commentId: string };
};

/** Writing comments and answers; only whoever wrote one changes it. */
@Controller()
export class CommentsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.createFlowComment)
  create(call: Call<typeof endpoints.createFlowComment>): Promise<CommentThread> {
    const { id: flowId, workspaceId } = keyOf(call);
    const { nodeId, ...words } = call.body;
    return inScope(this.deps, call, async (tx) => {
      const flow = found(await flowRepository.lock(tx, keyOf(call)));
      const node = nodeId === null ? null : findStep(flow, nodeId);
      if (
        (await flowCommentRepository.count(tx, { flowId, workspaceId, threadId: null })) >= maxThreadsPerFlow
      )
        throw tooMany(`A flow can have ${maxThreadsPerFlow} threads of comments. Delete some first.`);
      const written = { ...this.#by(call), flowId, workspaceId, ...words, threadId: null, node, nodeId };
      return findThread(tx, { id: await writeComment(tx, written), flowId, workspaceId });
    });
  }

  @Route(endpoints.replyToFlowComment)
  reply(call: Call<typeof endpoints.replyToFlowComment>): Promise<CommentReply> {
    const key = commentKeyOf(call);
    const { id: threadId, flowId, workspaceId } = key;
    return inScope(this.deps, call, async (tx) => {
      found((await flowCommentRepository.lockThread(tx, key)) || null);
      const { nodeId } = await findThread(tx, key);
      if ((await flowCommentRepository.count(tx, { flowId, workspaceId, threadId })) >= maxRepliesPerThread)
        throw tooMany(`A thread can have ${maxRepliesPerThread} answers. Begin another one.`);
      const written = { ...this.#by(call), flowId, workspaceId, ...call.body, threadId, node: null, nodeId };
      const id = await writeComment(tx, written);
      return toReply(found(await flowCommentRepository.find(tx, { id, flowId, workspaceId })));
    });
  }

  @Route(endpoints.updateFlowComment)
  update(call: Call<typeof endpoints.updateFlowComment>): Promise<CommentThread> {
    const { text, mentionedUserIds } = call.body;
    return this.#change(call, async (tx, key, comment) => {
      if (comment.deletedAt !== null) throw notFound();
      // Who was mentioned before may have left since.
      const isKnown = new Set(comment.mentionedUserIds);
      const added = await checkMentions(tx, {
        workspaceId: key.workspaceId,
        userIds: mentionedUserIds.filter((userId) => !isKnown.has(userId)),
      });
      const kept = comment.mentionedUserIds.filter((userId) => mentionedUserIds.includes(userId));
      const by = this.#by(call);
      await flowCommentRepository.reword(tx, {
        ...key,
        text,
        mentionedUserIds: [...kept, ...added],
        now: by.now,
      });
      const userIds = added.filter((userId) => userId !== by.byUserId);
      await tellMentioned(tx, { ...key, ...by, commentId: key.id, nodeId: comment.nodeId, userIds });
      return findThread(tx, key);
    });
  }

  @Route(endpoints.deleteFlowComment)
  delete(call: Call<typeof endpoints.deleteFlowComment>): Promise<null> {
    return this.#change(call, async (tx, key, comment) => {
      if (comment.deletedAt !== null) throw notFound();
      await flowCommentRepository.setDeleted(tx, { ...key, deletedAt: this.deps.clock.now() });
      return null;
    });
  }

  @Route(endpoints.restoreFlowComment)
  restore(call: Call<typeof endpoints.restoreFlowComment>): Promise<CommentThread> {
    return this.#change(call, async (tx, key) => {
      await flowCommentRepository.setDeleted(tx, { ...key, deletedAt: null });
      return findThread(tx, key);
    });
  }

  /** Lets an author change a comment; 404, or 403 for one of somebody else. */
  #change<Result>(
    call: CommentCall,
    work: (tx: Tx, key: CommentKey, comment: LockedComment) => Promise<Result>,
  ): Promise<Result> {
    const key = commentKeyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const comment = found(await flowCommentRepository.lock(tx, key));
      if (comment.authorUserId !== call.caller.userId)
        throw forbidden({ message: 'Only whoever wrote a comment can change it.' });
      const result = await work(tx, key, comment);
      const threadId = comment.threadId ?? key.id;
      await noteCommentChange(tx, { threadId, workspaceId: key.workspaceId, accountId: call.accountId });
      return result;
    });
  }

  #by(call: Pick<Call, 'caller' | 'accountId'>) {
    return { byUserId: call.caller.userId, accountId: call.accountId, now: this.deps.clock.now() };
  }
}

function commentKeyOf(call: CommentCall): CommentKey {
  const { id: flowId, workspaceId } = keyOf(call);
  return { id: call.params.commentId, flowId, workspaceId };
}

function tooMany(message: string) {
  return unprocessable('too_many_comments', message);
}
