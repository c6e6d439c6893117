import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const skipped = new Set(['node_modules', 'dist', '.git', '.nx', '.data', 'tmp', 'coverage']);

const banned = new Set(['common', 'shared', 'core', 'generic', 'helpers', 'utils', 'manager']);
// The one place where a web application keeps what all its features need.
const allowed = new Set(['apps/web/src/shared']);

function folders(path = '') {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !skipped.has(entry.name))
    .flatMap((entry) => {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      return [below, ...folders(below)];
    });
}

function projects() {
  return ['apps', 'libs'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => ({
      path: `${parent}/${name}`,
      file: `${parent}/${name}/project.json`,
    })),
  );
}

describe('the workspace', () => {
  it('names folders by their subject', () => {
    const offending = folders().filter((path) => banned.has(path.split('/').at(-1)) && !allowed.has(path));
    expect(offending).toEqual([]);
  });

  it.each(projects())('gives $path exactly one scope and one type', ({ file }) => {
    expect(existsSync(join(root, file))).toBe(true);
    const { tags } = JSON.parse(readFileSync(join(root, file), 'utf8'));
    const count = (prefix) => tags.filter((tag) => tag.startsWith(prefix)).length;
    expect({ scope: count('scope:'), type: count('type:') }).toEqual({ scope: 1, type: 1 });
  });
});
