import { mediaKindOf, type MediaKind } from '@instaflow/contracts';
import { filetypeinfo } from 'magic-bytes.js';

export type MediaType = { kind: MediaKind; contentType: string };

/** What the first bytes of a file have to look like for it to be what an upload says it is. */
const signatures: Record<string, readonly string[]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg'],
  'image/gif': ['gif'],
  'video/mp4': ['mp4'],
  'video/ogg': ['ogx'],
  'video/x-msvideo': ['avi'],
  'video/quicktime': ['mov', 'mp4'],
  'video/webm': ['webm'],
  'audio/aac': ['aac'],
  'audio/mp4': ['mp4'],
  'audio/x-m4a': ['mp4'],
  'audio/wav': ['wav'],
  'audio/x-wav': ['wav'],
  'application/pdf': ['pdf'],
};

/** What people send, by signature; containers hold sound or pictures, which the message tells. */
const received: readonly { signature: string; contentType: string; asAudio?: string }[] = [
  { signature: 'png', contentType: 'image/png' },
  { signature: 'jpg', contentType: 'image/jpeg' },
  { signature: 'gif', contentType: 'image/gif' },
  { signature: 'webp', contentType: 'image/webp' },
  { signature: 'heif', contentType: 'image/heif' },
  { signature: 'SVG', contentType: 'image/svg+xml' },
  { signature: 'mp4', contentType: 'video/mp4', asAudio: 'audio/mp4' },
  { signature: 'mov', contentType: 'video/quicktime', asAudio: 'audio/mp4' },
  { signature: 'webm', contentType: 'video/webm', asAudio: 'audio/webm' },
  { signature: 'ogx', contentType: 'video/ogg', asAudio: 'audio/ogg' },
  { signature: 'avi', contentType: 'video/x-msvideo' },
  { signature: 'wav', contentType: 'audio/wav' },
  { signature: 'mp3', contentType: 'audio/mpeg' },
  { signature: 'aac', contentType: 'audio/aac' },
  { signature: 'pdf', contentType: 'application/pdf' },
];

/** The type of an upload, when its first bytes agree with the declared one; null otherwise, or when Instagram takes no such. */
export const checkUploadType = (declared: string, head: Uint8Array): MediaType | null => {
  const kind = mediaKindOf(declared);
  const contentType = declared.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const fitting = signatures[contentType] ?? [];
  return kind !== null && signaturesOf(head).some((name) => fitting.includes(name))
    ? { kind, contentType }
    : null;
};

/** The type of a file somebody sent, by its first bytes alone; `isAudio`: the message calls it audio. Null when unknown. */
export const sniffReceivedType = (head: Uint8Array, { isAudio }: { isAudio: boolean }): MediaType | null => {
  const found = signaturesOf(head);
  const match = received.find(({ signature }) => found.includes(signature));
  if (match === undefined) return null;
  const contentType = isAudio ? (match.asAudio ?? match.contentType) : match.contentType;
  const [family] = contentType.split('/');
  const kind = (['image', 'video', 'audio'] as const).find((known) => known === family) ?? 'file';
  return { kind, contentType };
};

const signaturesOf = (head: Uint8Array): string[] =>
  filetypeinfo([...head.subarray(0, 512)]).map(({ typename }) => typename);
