import type { MediaKind } from '@instaflow/contracts';

/** A file beside the text that is being written. */
export type Attachment = {
  localId: string;
  name: string;
  kind: MediaKind;
  /** Of this browser, for pictures; to be revoked. */
  previewUrl: string | null;
  state: 'uploading' | 'ready' | 'failed';
  /** 0 to 1. */
  progress: number;
  mediaFileId: string | null;
  error: string | null;
};
