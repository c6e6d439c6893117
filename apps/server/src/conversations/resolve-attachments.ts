import type { MediaKind, OutgoingAttachment, OutgoingBody } from '@instaflow/contracts';
import { mediaFileRepository, type Tx } from '@instaflow/db';
import type { OutgoingMedia } from '@instaflow/instagram';
import { unprocessable } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { toMediaFile } from '../media/to-media-file';

/** The files of a message at addresses Instagram can load. 422 `unknown_media_file` for one that is not of the workspace. */
export async function resolveAttachments(
  tx: Tx,
  { mediaLinks, clock }: Pick<Dependencies, 'mediaLinks' | 'clock'>,
  { body, workspaceId }: { body: OutgoingBody; workspaceId: string },
): Promise<OutgoingMedia[]> {
  const files: OutgoingMedia[] = [];
  for (const [index, attachment] of attachmentsOf(body).entries()) {
    if ('url' in attachment) {
      files.push({ url: attachment.url, type: attachment.kind ?? guessKind(attachment.url) });
      continue;
    }
    const file = await mediaFileRepository.find(tx, { id: attachment.mediaFileId, now: clock.now() });
    if (file?.workspaceId !== workspaceId || file.messageId !== null) throw unknownFile(index);
    files.push({ url: toMediaFile(file, mediaLinks).url, type: file.kind });
  }
  return files;
}

function attachmentsOf({ mediaUrl, mediaType, attachments = [] }: OutgoingBody): OutgoingAttachment[] {
  return mediaUrl === undefined ? attachments : [{ url: mediaUrl, kind: mediaType }, ...attachments];
}

const byExtension: [RegExp, MediaKind][] = [
  [/\.(mp4|mov|webm|avi|ogg)$/i, 'video'],
  [/\.(mp3|m4a|aac|wav)$/i, 'audio'],
  [/\.pdf$/i, 'file'],
];

function guessKind(url: string): MediaKind {
  const { pathname } = new URL(url);
  return byExtension.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'image';
}

function unknownFile(index: number) {
  return unprocessable('unknown_media_file', 'A file is not there any more. Upload it again.', [
    { path: `attachments.${index}.mediaFileId`, message: 'is no file of this workspace' },
  ]);
}
