import type { MatchMode } from '@instaflow/flow-model';
import { splitKeywords } from './match-keywords';
import { matchTypos } from './match-typos';
import { normalizeText } from './normalize-text';

type Keywords = { keyword: string | null; match: MatchMode; allowTypos: boolean };

/**
 * The keywords of `subject` that also `other` listens to, folded as texts are compared; for the warning that two
 * triggers want the same message. Where one of them forgives typos, a word that it would take for its own counts.
 */
export function findSharedKeywords(subject: Keywords, other: Keywords): string[] {
  const theirs = listFolded(other);
  return listFolded(subject).filter(
    (word) =>
      theirs.includes(word) ||
      (other.allowTypos && matchTypos({ keywords: theirs, match: other.match, texts: [word] }) !== null) ||
      (subject.allowTypos && matchTypos({ keywords: [word], match: subject.match, texts: theirs }) !== null),
  );
}

function listFolded({ keyword, match }: Keywords): string[] {
  return splitKeywords(keyword ?? '', match).map((word) => (match === 'regex' ? word : normalizeText(word)));
}
