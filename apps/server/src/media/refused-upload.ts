import { errorCodes, messagingLimits, type MediaKind } from '@instaflow/contracts';
import { AppError, unprocessable } from '@instaflow/platform';

/** 415: not a file Instagram takes, or not what it says it is. */
export const unsupportedMedia = (message: string): AppError =>
  new AppError({ code: 'unsupported_media_type', kind: 'user', status: 415, message });

/** 413 with the limit of its kind. */
export function tooLarge(kind: MediaKind): AppError {
  const limit = messagingLimits.media[kind].bytes;
  return new AppError({
    code: errorCodes.payloadTooLarge,
    kind: 'user',
    status: 413,
    message: `Instagram takes files of this kind up to ${limit / 1024 / 1024} MB.`,
    details: { kind, maxBytes: limit },
  });
}

/** 422: whatever is stored here, Instagram could not load it. */
export const notReachable = (publicUrl: string): AppError =>
  unprocessable(
    'public_url_missing',
    `Instagram loads files from this installation, and cannot reach ${publicUrl}. Set PUBLIC_URL to its public https address and restart.`,
  );
