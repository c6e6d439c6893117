import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../errors/error-code';

/**
 * Creates a folder and the folders above it that are missing; one that exists is fine. Throws the error of the file
 * system where that is not possible. Not `mkdir` with `recursive`: below a pseudo file system such as /proc the answer
 * is ENOENT although the parent exists, and Node 20 tries again for ever.
 */
export function ensureDirectory(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (isDirectory(path)) return;
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path || isDirectory(dirname(path))) throw error;
    ensureDirectory(dirname(path));
    ensureDirectory(path);
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
