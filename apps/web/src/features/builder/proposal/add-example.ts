/** What a text becomes when an example is chosen: another example is replaced, what somebody wrote stays. */
export function addExample(words: string, example: string, examples: readonly string[]): string {
  const own = words.trim();
  return own === '' || examples.includes(own) ? example : `${own}\n\n${example}`;
}
