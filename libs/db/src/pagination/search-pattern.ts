import { likePattern } from './like-pattern';

/** What a person typed into a search as a pattern for ILIKE; null when it asks for nothing. */
export function searchPattern(text: string | undefined): string | null {
  const words = (text ?? '').replace(/[\r\n]+/g, ' ');
  return words === '' ? null : likePattern(words);
}
