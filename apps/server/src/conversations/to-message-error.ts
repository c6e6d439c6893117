import type { Message } from '@instaflow/contracts';
import { sentenceOfCancelReason } from '@instaflow/db';

/** Why a message did not arrive, with a sentence for a person also where only the code is stored. */
export function toMessageError(code: string | null, sentence: string | null): Message['error'] {
  if (code === null) return null;
  return { code, message: sentence ?? sentenceOfCancelReason(code) ?? code };
}
