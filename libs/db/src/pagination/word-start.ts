/**
 * A search of one or two letters as a text-search query for words that begin with them, for lists that keep such an index; null
 * for any other search. Only plain letters: of other scripts not all part words by spaces.
 */
export function wordStart(text: string | undefined): string | null {
  const word = (text ?? '').trim();
  return /^[a-z0-9]{1,2}$/i.test(word) ? `'${word.toLowerCase()}':*` : null;
}
