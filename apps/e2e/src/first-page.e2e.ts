import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const directory = join('dist', 'apps', 'web');
const manifest = z
  .record(
    z.string(),
    z.object({
      file: z.string(),
      isEntry: z.boolean().optional(),
      imports: z.array(z.string()).optional(),
      dynamicImports: z.array(z.string()).optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8')));

/** What only the package's own code says. */
const marks = { recharts: 'recharts-', xyflow: 'react-flow__' };

const collect = (key: string, withDynamic: boolean, seen = new Set<string>()): Set<string> => {
  if (seen.has(key)) return seen;
  seen.add(key);
  const { imports = [], dynamicImports = [] } = manifest[key] ?? {};
  for (const next of withDynamic ? [...imports, ...dynamicImports] : imports)
    collect(next, withDynamic, seen);
  return seen;
};

const scriptsOf = (keys: Set<string>): Buffer[] =>
  [...keys]
    .map((key) => manifest[key]?.file ?? '')
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(directory, file)));

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
const shell = scriptsOf(collect(entry, false));

it.each(Object.entries(marks))('loads no %s for the first page', (_name, mark) => {
  expect(shell.filter((script) => script.includes(mark))).toEqual([]);
  // The mark still is one: the package is loaded where it is needed.
  expect(scriptsOf(collect(entry, true)).some((script) => script.includes(mark))).toBe(true);
});

it('loads at most 180 kB of JavaScript for the first page', () => {
  const bytes = shell.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(180_000);
});
