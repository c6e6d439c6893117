import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { getAccount } from '../accounts/get-account';
import type { Comment } from '../comments/comment';
import { deleteComment } from '../comments/delete-comment';
import { writeComment } from '../comments/write-comment';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { accountParams } from './params';

const commentChangeSchema = z.strictObject({ text: z.string().min(1).max(2200) });

const newCommentSchema = z.strictObject({
  mediaId: z.string(),
  igsid: z.string().optional(),
  text: z.string().min(1).max(2200),
  parentId: z.string().optional(),
});

export function registerCommentControls(app: FastifyInstance, simulation: Simulation): void {
  const { world, changes } = simulation;
  const accountIdOf = (params: unknown): string =>
    getAccount(world, accountParams.parse(params).accountId).userId;
  const commentOf = (params: unknown): Comment => {
    const accountId = accountIdOf(params);
    const { commentId } = z.object({ commentId: z.string() }).parse(params);
    const comment = world.comments.get(commentId);
    if (comment?.accountId !== accountId || comment.isDeleted) {
      throw new ControlError(404, `There is no comment ${commentId}.`);
    }
    return comment;
  };

  app.post('/accounts/:accountId/comments', (request, reply) =>
    reply
      .code(201)
      .send(writeComment(simulation, accountIdOf(request.params), newCommentSchema.parse(request.body))),
  );

  /** Instagram tells nobody of an edited or deleted comment; the program finds out when it reads. */
  app.patch('/accounts/:accountId/comments/:commentId', (request) => {
    const comment = commentOf(request.params);
    Object.assign(comment, commentChangeSchema.parse(request.body));
    changes.publish({ kind: 'comment', accountId: comment.accountId });
    return comment;
  });

  app.delete('/accounts/:accountId/comments/:commentId', (request) => {
    deleteComment(simulation, commentOf(request.params));
    return { done: true };
  });
}
