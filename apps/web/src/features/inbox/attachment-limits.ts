import type { MediaKind } from '@instaflow/contracts';

export type KindLimit = { bytes: number; contentTypes: readonly string[] };

const megabyte = 1024 * 1024;

/** Files of one message. */
export const maxAttachments = 10;

/**
 * What Instagram takes, by kind. The contracts' own table comes with all of zod, which the inbox must not load; a spec keeps
 * this copy equal to it.
 */
export const attachmentLimits: Record<MediaKind, KindLimit> = {
  image: { bytes: 8 * megabyte, contentTypes: ['image/png', 'image/jpeg', 'image/gif'] },
  video: {
    bytes: 25 * megabyte,
    contentTypes: ['video/mp4', 'video/ogg', 'video/x-msvideo', 'video/quicktime', 'video/webm'],
  },
  audio: {
    bytes: 25 * megabyte,
    contentTypes: ['audio/aac', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/x-wav'],
  },
  file: { bytes: 25 * megabyte, contentTypes: ['application/pdf'] },
};

const kinds: readonly MediaKind[] = ['image', 'video', 'audio', 'file'];

/** The `accept` of a file field. */
export const acceptedTypes = kinds.flatMap((kind) => attachmentLimits[kind].contentTypes).join(',');

export type FileVerdict =
  | { kind: MediaKind; problem: null }
  | { kind: MediaKind; problem: 'tooLarge'; limitMegabytes: number }
  | { kind: null; problem: 'wrongType' };

/** Whether a file can be sent, before it is uploaded. */
export function checkFile({ type, size }: Pick<File, 'type' | 'size'>): FileVerdict {
  const kind = kinds.find((candidate) => attachmentLimits[candidate].contentTypes.includes(type));
  if (kind === undefined) return { kind: null, problem: 'wrongType' };
  const { bytes } = attachmentLimits[kind];
  return size > bytes
    ? { kind, problem: 'tooLarge', limitMegabytes: bytes / megabyte }
    : { kind, problem: null };
}
