import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { messagingLimits, type MediaKind } from './messaging-limits';
import { pageOf, pageQueryShape } from './pagination';
import { idParams, noContent, timestamp, uuid } from './primitives';

export const mediaKind = z.enum(['image', 'video', 'audio', 'file']);

/** A file of a workspace, at an address Instagram can load it from. */
export const mediaFile = z.object({
  mediaFileId: uuid,
  workspaceId: uuid,
  kind: mediaKind,
  url: z.url(),
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.number().int(),
  createdAt: timestamp,
});
export type MediaFile = z.infer<typeof mediaFile>;

/** The kind of a file Instagram takes, by its content type; null for any other. */
export const mediaKindOf = (contentType: string): MediaKind | null => {
  const plain = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return mediaKind.options.find((kind) => accepts(kind, plain)) ?? null;
};

const accepts = (kind: MediaKind, contentType: string): boolean => {
  const known: readonly string[] = messagingLimits.media[kind].contentTypes;
  return known.includes(contentType);
};

/**
 * What became of a file somebody sent: kept here (then its address is ours), not to be had, deleted after its time, or a mere
 * link to a post. Absent: not fetched (yet), the address is Instagram's.
 */
export const mediaState = z.enum(['stored', 'failed', 'expired', 'link']);
export type MediaState = z.infer<typeof mediaState>;

/** A post, reel or story of the account, for choosing one. */
export const instagramPost = z.object({
  mediaId: z.string(),
  caption: z.string().nullable(),
  mediaType: z.string().nullable(),
  productType: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  permalink: z.string().nullable(),
  commentCount: z.number().int().nullable(),
  publishedAt: timestamp.nullable(),
});
export type InstagramPost = z.infer<typeof instagramPost>;

export const mediaEndpoints = {
  /** The body is the file itself with its own content type, not JSON. */
  uploadMedia: defineEndpoint({
    method: 'POST',
    path: '/workspaces/{id}/media',
    access: 'agent',
    tag: 'media',
    summary:
      'Stores a file for messages; the body is the file, its content type says what it is (413 too large, 415 not taken by Instagram)',
    status: 201,
    params: idParams,
    query: z.strictObject({ fileName: z.string().trim().min(1).max(200).default('file') }),
    fileTypes: mediaKind.options.flatMap((kind) => messagingLimits.media[kind].contentTypes),
    response: mediaFile,
  }),
  listMediaFiles: defineEndpoint({
    method: 'GET',
    path: '/workspaces/{id}/media',
    access: 'agent',
    tag: 'media',
    summary: 'Files of a workspace, the latest first',
    status: 200,
    params: idParams,
    query: z.strictObject({ ...pageQueryShape, kind: mediaKind.optional() }),
    response: pageOf({ mediaFiles: z.array(mediaFile) }),
  }),
  deleteMediaFile: defineEndpoint({
    method: 'DELETE',
    path: '/workspaces/{id}/media/{mediaFileId}',
    access: 'editor',
    tag: 'media',
    summary: 'Deletes a file; messages that were sent keep what Instagram loaded',
    status: 204,
    params: idParams.extend({ mediaFileId: uuid }),
    response: noContent,
  }),
  listPosts: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/posts',
    access: 'viewer',
    tag: 'media',
    summary: 'Posts and reels of the account at Instagram, newest first, for choosing one',
    status: 200,
    params: idParams,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(50).default(25),
      cursor: z.string().max(500).optional(),
    }),
    response: z.object({ posts: z.array(instagramPost), nextCursor: z.string().nullable() }),
  }),
};
