import { distance } from 'fastest-levenshtein';
import type { MatchMode } from '@instaflow/flow-model';
import { maxComparedLength, splitKeywords } from './match-keywords';
import { normalizeText } from './normalize-text';

/** Longer words are compared letter by letter only: no one writes them by mistake, and the work stays linear. */
const maxWordLength = 64;

/**
 * The first keyword that one of the texts says with slips of the pen: per word one wrong, missing or extra letter in 5
 * to 8 letters, two from 9 on; shorter words have to be right. Only for `exact` and `contains_word`; null otherwise.
 * Linear in the length of the texts, of which the first 10,000 characters count.
 */
export function matchTypos({
  keywords,
  match,
  texts,
}: {
  keywords: string | readonly string[];
  match: MatchMode;
  texts: readonly string[];
}): string | null {
  if (match !== 'exact' && match !== 'contains_word') return null;
  const said = texts.map((text) => listWords(text.slice(0, maxComparedLength)));
  return (
    splitKeywords(keywords, match).find((keyword) => {
      const wanted = listWords(keyword);
      return wanted.length > 0 && said.some((words) => isSaid(wanted, words, match));
    }) ?? null
  );
}

function isSaid(wanted: readonly string[], words: readonly string[], match: MatchMode): boolean {
  const lastStart = words.length - wanted.length;
  if (match === 'exact' && lastStart !== 0) return false;
  for (let start = 0; start <= lastStart; start += 1) {
    if (wanted.every((word, index) => isNearly(word, words[start + index] ?? ''))) return true;
  }
  return false;
}

function isNearly(wanted: string, given: string): boolean {
  if (wanted === given) return true;
  const allowed = allowedTypos(wanted);
  if (Math.abs(wanted.length - given.length) > allowed || given.length > maxWordLength) return false;
  return allowed > 0 && distance(wanted, given) <= allowed;
}

/** Digits carry meaning: of “code2024” no other year is a slip. */
function allowedTypos(word: string): number {
  if (word.length < 5 || word.length > maxWordLength || !/^\p{L}+$/u.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
}

function listWords(text: string): string[] {
  return normalizeText(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
}
