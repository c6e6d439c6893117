import { Controller, Inject } from '@nestjs/common';
import { endpoints, errorCodes, type MediaFile, type ResponseOf } from '@instaflow/contracts';
import { accountRepository, mediaFileRepository } from '@instaflow/db';
import { openToken } from '@instaflow/delivery';
import { conflict, notFound } from '@instaflow/platform';
import { refusedByInstagram } from '../connection/refused-by-instagram';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { toMediaFile } from './to-media-file';
import { toPost } from './to-post';
import { uploadMedia } from './upload-media';

@Controller()
export class MediaController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.uploadMedia)
  upload(call: Call<typeof endpoints.uploadMedia>): Promise<MediaFile> {
    return uploadMedia(this.deps, {
      workspaceId: call.scope.workspaceId,
      userId: call.caller.userId,
      fileName: call.query.fileName,
      body: call.request.body,
    });
  }

  @Route(endpoints.listMediaFiles)
  list(call: Call<typeof endpoints.listMediaFiles>): Promise<ResponseOf<typeof endpoints.listMediaFiles>> {
    const { kind, ...request } = call.query;
    const { workspaceId } = call.scope;
    return inScope(this.deps, call, async (tx) => {
      const now = this.deps.clock.now();
      const page = await mediaFileRepository.listUploads(tx, { workspaceId, kind, now, request });
      return {
        mediaFiles: page.rows.map((file) => toMediaFile(file, this.deps.mediaLinks)),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }

  @Route(endpoints.deleteMediaFile)
  async delete(call: Call<typeof endpoints.deleteMediaFile>): Promise<null> {
    const { workspaceId } = call.scope;
    const id = call.params.mediaFileId;
    const isDeleted = await inScope(this.deps, call, (tx) =>
      mediaFileRepository.expireUpload(tx, { id, workspaceId, now: this.deps.clock.now() }),
    );
    if (!isDeleted) throw notFound();
    return null;
  }

  @Route(endpoints.listPosts)
  async listPosts(call: Call<typeof endpoints.listPosts>): Promise<ResponseOf<typeof endpoints.listPosts>> {
    const account = await inScope(this.deps, call, async (tx) =>
      found(await accountRepository.find(tx, keyOf(call))),
    );
    const { accessTokenSealed: sealedToken, instagramUserId: accountInstagramId } = account;
    const token =
      sealedToken === null ? null : openToken(this.deps.keyRing, { sealedToken, accountId: account.id });
    if (token === null) {
      throw conflict({
        code: errorCodes.accountNotConnected,
        message: 'The account has no access to Instagram. Connect it again.',
      });
    }
    const { limit, cursor: after } = call.query;
    const answer = await this.deps.graph.listMedia({ accountInstagramId, token, limit, after });
    if (!answer.ok) throw refusedByInstagram(answer);
    return { posts: answer.items.map(toPost), nextCursor: answer.nextCursor };
  }
}
