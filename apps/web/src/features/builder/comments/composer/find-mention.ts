export type MentionPlace = {
  /** Where the @ stands. */
  start: number;
  /** What was typed behind it so far. */
  search: string;
};

/** Names are shorter; whoever wrote on means no name. */
const longestSearch = 40;

/** The mention that is being typed at the caret; null when none is. An @ within a word, as in an address, is none. */
export function findMention(text: string, caret: number): MentionPlace | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0 || /[\p{L}\p{N}]/u.test(before[start - 1] ?? '')) return null;
  const search = before.slice(start + 1);
  if (search.length > longestSearch || /^\s|\n|\s\s/.test(search)) return null;
  return { start, search };
}
