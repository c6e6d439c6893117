import { mediaKindOf, messagingLimits, type MediaFile } from '@instaflow/contracts';
import { checkUploadType } from '@instaflow/flow-runtime';
import { AppError, badRequest } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { isReachableForInstagram } from './is-reachable-for-instagram';
import { letGo } from './let-go';
import { MediaBody } from './media-body';
import { notReachable, tooLarge, unsupportedMedia } from './refused-upload';
import { toMediaFile } from './to-media-file';

type Upload = {
  workspaceId: string;
  userId: string;
  fileName: string;
  body: unknown;
};

/**
 * Stores a file for messages. 415 when it is none Instagram takes or its first bytes are not what its type says, 413 over the
 * limit of its kind, 422 when Instagram could not load it from here.
 */
export async function uploadMedia(
  { config, mediaStore, mediaLinks }: Pick<Dependencies, 'config' | 'mediaStore' | 'mediaLinks'>,
  { workspaceId, userId, fileName, body }: Upload,
): Promise<MediaFile> {
  if (!isReachableForInstagram(config)) throw notReachable(config.publicUrl);
  if (!(body instanceof MediaBody)) throw unsupportedMedia('The body has to be the file itself.');
  const { contentType, contentLength, stream } = body;
  const kind = mediaKindOf(contentType);
  if (kind === null) throw unsupportedMedia('Instagram takes no files of this type.');
  const maxBytes = messagingLimits.media[kind].bytes;
  if (contentLength !== null && contentLength > maxBytes) throw tooLarge(kind);
  const kept = await mediaStore
    .keep({
      workspaceId,
      createdBy: userId,
      instagramAccountId: null,
      contactId: null,
      messageId: null,
      // A stream that is destroyed takes the connection along, and the answer with it.
      source: stream.iterator({ destroyOnReturn: false }),
      maxBytes,
      judge: (head) => checkUploadType(contentType, head),
      nameOf: () => plainName(fileName),
      expiresAt: null,
    })
    .catch((error: unknown) => {
      throw error instanceof AppError ? error : badRequest({ message: 'The file broke off.', cause: error });
    })
    .finally(() => letGo(stream));
  switch (kept.outcome) {
    case 'kept':
      return toMediaFile(kept.file, mediaLinks);
    case 'too_large':
      throw tooLarge(kind);
    case 'wrong_type':
      throw unsupportedMedia(`The file is not what its type ${contentType.slice(0, 100)} says.`);
    case 'empty':
      throw badRequest({ message: 'The file is empty.' });
  }
}

/** Without a path and without what addresses and headers cannot carry. */
function plainName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/[\p{C}"%]/gu, '')
      .replace(/^\.+/, '')
      .slice(-120)
      .trim() || 'file'
  );
}
