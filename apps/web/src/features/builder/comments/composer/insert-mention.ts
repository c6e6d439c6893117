/** The text with the mention that is being typed put in full, and where the caret is then. */
export function insertMention(
  text: string,
  { start, caret, name }: { start: number; caret: number; name: string },
): { text: string; caret: number } {
  const rest = text.slice(caret);
  const mention = `@${name}${rest.startsWith(' ') ? '' : ' '}`;
  const end = start + mention.length + (rest.startsWith(' ') ? 1 : 0);
  return { text: text.slice(0, start) + mention + rest, caret: end };
}
