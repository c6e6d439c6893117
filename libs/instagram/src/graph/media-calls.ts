import { isJsonObject, type JsonObject } from '../json/json-value';
import { readArray, readFlag, readId, readNumber, readObject, readText } from '../json/read-fields';
import { pageQuery, readPage, type PageRequest } from './graph-page';
import type { ReadAnswer } from './graph-result';
import { parseGraphTime } from './graph-time';
import type { GraphTransport } from './graph-transport';
import { messagingNode } from './messaging-node';
import type { OutgoingMedia } from './outgoing-message';
import type { AccountAccess } from './send-calls';

export type GraphMedia = {
  mediaId: string;
  caption: string | null;
  /** IMAGE, VIDEO or CAROUSEL_ALBUM */
  mediaType: string | null;
  /** FEED, REELS, STORY or AD */
  productType: string | null;
  mediaUrl: string | null;
  thumbnailUrl: string | null;
  permalink: string | null;
  /** Epoch milliseconds, precise to a second. */
  createdAt: number | null;
  commentCount: number | null;
  likeCount: number | null;
  isCommentEnabled: boolean | null;
  children: string[];
};

const mediaFields = [
  'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,timestamp',
  'comments_count,like_count,is_comment_enabled,children',
].join(',');

const readMedia = (item: JsonObject): GraphMedia | null => {
  const mediaId = readId(item, 'id');
  if (mediaId === null) return null;
  const children = readArray(readObject(item, 'children'), 'data').filter(isJsonObject);
  return {
    mediaId,
    caption: readText(item, 'caption'),
    mediaType: readText(item, 'media_type'),
    productType: readText(item, 'media_product_type'),
    mediaUrl: readText(item, 'media_url'),
    thumbnailUrl: readText(item, 'thumbnail_url'),
    permalink: readText(item, 'permalink'),
    createdAt: parseGraphTime(readText(item, 'timestamp')),
    commentCount: readNumber(item, 'comments_count'),
    likeCount: readNumber(item, 'like_count'),
    isCommentEnabled: item['is_comment_enabled'] === undefined ? null : readFlag(item, 'is_comment_enabled'),
    children: children.map((child) => readId(child, 'id')).filter((id) => id !== null),
  };
};

const readUploaded: ReadAnswer<{ attachmentId: string }> = (answer) => {
  const attachmentId = readId(answer, 'attachment_id');
  return attachmentId === null ? null : { attachmentId };
};

export const mediaCalls = (call: GraphTransport) => {
  const list =
    (edge: 'media' | 'stories' | 'live_media') =>
    ({ accountInstagramId, token, ...page }: AccountAccess & PageRequest) =>
      call({
        method: 'GET',
        path: `${encodeURIComponent(accountInstagramId)}/${edge}`,
        query: { fields: mediaFields, ...pageQuery(page) },
        token,
        read: readPage(readMedia),
      });
  return {
    /** Posts and reels of the account, newest first. */
    listMedia: list('media'),
    /** Stories of the last 24 hours. */
    listStories: list('stories'),
    /** Broadcasts under way. */
    listLiveMedia: list('live_media'),

    getMedia: ({ mediaId, token }: { mediaId: string; token: string }) =>
      call({
        method: 'GET',
        path: encodeURIComponent(mediaId),
        query: { fields: mediaFields },
        token,
        read: readMedia,
      }),

    /** Has Instagram fetch a file once, to be sent often by its `attachmentId`. Repeated, it is merely stored twice. */
    uploadAttachment: ({
      accountInstagramId,
      token,
      type,
      url,
    }: AccountAccess & { type: OutgoingMedia['type']; url: string }) =>
      call({
        method: 'POST',
        path: `${messagingNode({ accountInstagramId, token })}/message_attachments`,
        body: { message: { attachment: { type, payload: { url, is_reusable: true } } } },
        token,
        isRepeatable: true,
        read: readUploaded,
      }),
  };
};
