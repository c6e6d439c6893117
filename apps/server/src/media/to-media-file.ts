import type { MediaFile } from '@instaflow/contracts';
import type { MediaFileEntity } from '@instaflow/db';
import { uploadLinkUntil } from './link-times';
import type { MediaLinks } from './media-links';

type Shown = Pick<
  MediaFileEntity,
  'id' | 'workspaceId' | 'kind' | 'fileName' | 'contentType' | 'bytes' | 'createdAt'
>;

/** An upload as the HTTP API shows it. */
export function toMediaFile(file: Shown, links: MediaLinks): MediaFile {
  const { id, workspaceId, kind, fileName, contentType, bytes, createdAt } = file;
  return {
    mediaFileId: id,
    workspaceId,
    kind,
    url: links.sign(file, uploadLinkUntil(createdAt)),
    fileName,
    contentType,
    bytes,
    createdAt: createdAt.toISOString(),
  };
}
