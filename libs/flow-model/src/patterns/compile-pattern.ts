import { RE2JS } from 're2js';

const maxPatternLength = 1000;
const cacheSize = 500;
const compiled = new Map<string, RE2JS | null>();

/**
 * A regular expression that runs in linear time (RE2: no back-references, no look-around), case-insensitive. Null
 * when the text is none, or longer than 1000 characters.
 */
export function compilePattern(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= cacheSize) compiled.clear();
  const result = tryCompile(pattern);
  compiled.set(pattern, result);
  return result;
}

/** Whether a text is a regular expression we can run. */
export function isValidPattern(pattern: string): boolean {
  return compilePattern(pattern) !== null;
}

function tryCompile(pattern: string): RE2JS | null {
  if (pattern.length > maxPatternLength) return null;
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch {
    // Not a pattern of this engine: it matches nothing, and the publish check says so.
    return null;
  }
}
