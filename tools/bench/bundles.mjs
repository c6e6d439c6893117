import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { round } from './statistics.mjs';

const gzipKb = (files) =>
  round(files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000);

/**
 * Gzip sizes in kB (1000 bytes) of the JavaScript of the web app: what the first page loads (entry and its static
 * imports), and of each route what comes on top, from Vite's manifest.
 */
export const measureBundles = (directory = 'dist/apps/web') => {
  const manifest = JSON.parse(readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8'));
  const staticFiles = (key, seen = new Set()) => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const imported of manifest[key]?.imports ?? []) staticFiles(imported, seen);
    return seen;
  };
  const filesOf = (keys) =>
    [...keys].map((key) => join(directory, manifest[key].file)).filter((f) => f.endsWith('.js'));
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
  const shell = staticFiles(entry);
  const route = (name) => {
    const key = Object.keys(manifest).find((candidate) => candidate.includes(name));
    if (!key) return null;
    const all = new Set([...shell, ...staticFiles(key)]);
    return gzipKb(filesOf(all));
  };
  const everything = readdirSync(join(directory, 'assets'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(directory, 'assets', file));
  return {
    shellKb: gzipKb(filesOf(shell)),
    builderRouteKb: route('builder-page'),
    inboxRouteKb: route('inbox-page'),
    overviewRouteKb: route('overview-page'),
    allJsKb: gzipKb(everything),
  };
};
