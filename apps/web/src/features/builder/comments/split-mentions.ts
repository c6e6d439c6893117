import type { CommentPerson } from '@instaflow/contracts';

export type TextPart = { text: string; userId: string | null };

/** A comment as plain text and mentions in turn: every `@name` of somebody it mentions, the longer name first. */
export function splitMentions(text: string, mentions: readonly CommentPerson[]): TextPart[] {
  const people = mentions.toSorted((a, b) => b.name.length - a.name.length);
  const parts: TextPart[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = people.find(({ name }) => isNameAt(text, at + 1, name));
    if (!person) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), userId: null });
    parts.push({ text: `@${person.name}`, userId: person.userId });
    plainFrom = at + 1 + person.name.length;
    at = plainFrom - 1;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), userId: null });
  return parts;
}

/** Not the beginning of a longer word. */
function isNameAt(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? '');
}
