import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const isTestFile = (name) => /\.spec\.tsx?$|\.e2e\.ts$/.test(name);

/** A hash over names and contents of all sources under `inputs`, tests and the folders in `except` left out. */
export function hashSources(root, { inputs, except }) {
  const excluded = new Set(except.map((path) => join(root, path)));
  const hash = createHash('sha1');
  const visit = (path) => {
    if (excluded.has(path) || !existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else if (!isTestFile(path)) {
      hash
        .update(`${relative(root, path)}\0`)
        .update(readFileSync(path))
        .update('\0');
    }
  };
  for (const input of inputs) visit(join(root, input));
  return hash.digest('hex');
}
