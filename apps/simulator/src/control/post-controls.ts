import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { getAccount } from '../accounts/get-account';
import { mediaSchema } from '../comments/comment';
import { createPost } from '../comments/create-post';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { accountParams } from './params';

const newPostSchema = z.strictObject({
  caption: z.string().max(2200).optional(),
  mediaType: mediaSchema.shape.mediaType.optional(),
  productType: mediaSchema.shape.productType.optional(),
  imageUrl: z.string().optional(),
  isLive: z.boolean().optional(),
  /** Comments name the ad, as under a boosted post. */
  adId: z.string().optional(),
  adTitle: z.string().optional(),
});

const postChangeSchema = z.strictObject({
  isLive: z.boolean().optional(),
  areCommentsOff: z.boolean().optional(),
});

export function registerPostControls(app: FastifyInstance, simulation: Simulation): void {
  const { world, changes } = simulation;
  const accountIdOf = (params: unknown): string =>
    getAccount(world, accountParams.parse(params).accountId).userId;

  app.post('/accounts/:accountId/posts', (request, reply) =>
    reply
      .code(201)
      .send(createPost(simulation, accountIdOf(request.params), newPostSchema.parse(request.body ?? {}))),
  );

  app.get('/accounts/:accountId/posts', (request) => {
    const accountId = accountIdOf(request.params);
    const posts = [...world.media.values()].filter((media) => media.accountId === accountId).reverse();
    const comments = [...world.comments.values()].filter(
      (comment) => comment.accountId === accountId && !comment.isDeleted,
    );
    return {
      posts: posts.map((media) => ({
        ...media,
        comments: comments.filter((comment) => comment.mediaId === media.id),
      })),
    };
  });

  app.patch('/accounts/:accountId/posts/:mediaId', (request) => {
    const accountId = accountIdOf(request.params);
    const { mediaId } = z.object({ mediaId: z.string() }).parse(request.params);
    const media = world.media.get(mediaId);
    if (!media || media.accountId !== accountId) throw new ControlError(404, `There is no post ${mediaId}.`);
    Object.assign(media, postChangeSchema.parse(request.body));
    changes.publish({ kind: 'comment', accountId });
    return media;
  });
}
