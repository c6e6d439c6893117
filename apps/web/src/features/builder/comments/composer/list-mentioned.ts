import type { CommentPerson } from '@instaflow/contracts';
import { splitMentions } from '../split-mentions';

/** Whom a text mentions of those who were chosen for it: whose name was deleted again is not meant any more. */
export function listMentioned(text: string, chosen: readonly CommentPerson[]): string[] {
  const mentioned = splitMentions(text, chosen).flatMap(({ userId }) => userId ?? []);
  return [...new Set(mentioned)];
}
