import type { MatchMode } from '@instaflow/flow-model';
import { matchPattern } from './match-pattern';
import { normalizeEmoji, normalizeText, trimPunctuation } from './normalize-text';

/** Longer texts are compared by their beginning; Instagram's own limit for a message is a tenth of it. */
export const maxComparedLength = 10_000;

const cacheSize = 5000;
const splitLists = new Map<string, string[]>();

/** Keywords as a list; a comma separates them, except in a pattern, where it is part of it. */
export function splitKeywords(keywords: string | readonly string[], match: MatchMode): readonly string[] {
  if (typeof keywords !== 'string') return keywords.filter((keyword) => keyword.trim() !== '');
  if (match === 'regex') return keywords.trim() === '' ? [] : [keywords.trim()];
  const known = splitLists.get(keywords);
  if (known) return known;
  const list = keywords.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  if (splitLists.size >= cacheSize) splitLists.clear();
  splitLists.set(keywords, list);
  return list;
}

/**
 * The first keyword found in any of the texts; null when none is. Case, accents and emoji make no difference
 * (but a keyword of emoji only looks for those emoji). Linear in the length of text and pattern.
 */
export function matchKeywords({
  keywords,
  match,
  texts,
}: {
  keywords: string | readonly string[];
  match: MatchMode;
  texts: readonly string[];
}): string | null {
  const compared = texts.map((text) => text.slice(0, maxComparedLength));
  return (
    splitKeywords(keywords, match).find((keyword) =>
      compared.some((text) => matches(keyword, match, text)),
    ) ?? null
  );
}

function matches(keyword: string, match: MatchMode, text: string): boolean {
  if (match === 'regex') return matchPattern(keyword, text);
  const wanted = normalizeText(keyword);
  if (wanted === '') return matchEmoji(keyword, match, text);
  const given = normalizeText(text);
  switch (match) {
    case 'exact':
      return given === wanted || trimPunctuation(given) === trimPunctuation(wanted);
    case 'starts_with':
      return given.startsWith(wanted) || trimPunctuation(given).startsWith(wanted);
    case 'contains_word':
      return containsWord(given, wanted);
    case 'contains':
      return given.includes(wanted);
  }
}

function matchEmoji(keyword: string, match: MatchMode, text: string): boolean {
  const wanted = normalizeEmoji(keyword);
  const given = normalizeEmoji(text);
  if (wanted === '') return false;
  if (match === 'exact') return given === wanted;
  return match === 'starts_with' ? given.startsWith(wanted) : given.includes(wanted);
}

const wordCharacter = /[\p{L}\p{N}_]/u;
/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

function containsWord(text: string, word: string): boolean {
  if (unspaced.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ' ';
    const after = [...text.slice(at + word.length, at + word.length + 2)][0] ?? ' ';
    const startsWord = !wordCharacter.test(before) || !wordCharacter.test(word[0] ?? '');
    const endsWord = !wordCharacter.test(after) || !wordCharacter.test(word.at(-1) ?? '');
    if (startsWord && endsWord) return true;
  }
  return false;
}
