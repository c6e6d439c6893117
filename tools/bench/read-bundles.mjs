import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What only a package's own code says, and what the first page must do without. */
const marks = {
  recharts: 'recharts-',
  xyflow: 'react-flow__',
  dagre: 'longest-path',
  elk: 'org.eclipse.elk',
};

/**
 * The JavaScript of the built web app from Vite's manifest: `shell` is what the first page loads, the entry and its
 * static imports; `route(name)` is that and what comes on top for a page. Sizes in kB (1,000 bytes) after gzip.
 */
export const readBundles = (directory = 'dist/apps/web') => {
  const manifest = JSON.parse(readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8'));
  const staticFiles = (key, seen = new Set()) => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const imported of manifest[key]?.imports ?? []) staticFiles(imported, seen);
    return seen;
  };
  const filesOf = (keys) =>
    [...keys].map((key) => join(directory, manifest[key].file)).filter((file) => file.endsWith('.js'));
  const assets = join(directory, 'assets');
  const everything = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(assets, file));
  const shellKeys = staticFiles(Object.keys(manifest).find((key) => manifest[key].isEntry));
  const shell = filesOf(shellKeys);
  return {
    everything,
    shell,
    route: (name) => {
      const key = Object.keys(manifest).find((candidate) => candidate.includes(name));
      if (!key) throw new Error(`the build has no ${name}`);
      return filesOf(new Set([...shellKeys, ...staticFiles(key)]));
    },
  };
};

/** Size of files in kB after gzip. */
export const gzipKb = (files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;

/** Which of the large packages have code in these files. */
export const listPackages = (files) => {
  const code = files.map((file) => readFileSync(file, 'utf8'));
  return Object.keys(marks).filter((name) => code.some((text) => text.includes(marks[name])));
};
