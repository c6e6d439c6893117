import type { Effect } from '../effect';

/** Whether the effect is something that Instagram shows to somebody. */
export function isMessage({ kind }: Pick<Effect, 'kind'>): boolean {
  return kind === 'send_message' || kind === 'private_reply' || kind === 'comment_reply';
}
