import { compilePattern } from '@instaflow/flow-model';

/** Whether a regular expression is found in a text, in linear time; a broken one is found nowhere. */
export function matchPattern(pattern: string, text: string): boolean {
  return compilePattern(pattern)?.matcher(text).find() ?? false;
}
