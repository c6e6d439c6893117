import { gzipKb, listPackages, readBundles } from './read-bundles.mjs';
import { round } from './statistics.mjs';
import { printTable, row } from './table.mjs';

/** Prints how much JavaScript the pages load, and what the first of them must not. */
export const measureBundles = () => {
  const { everything, shell, route } = readBundles();
  const size = (id, what, files, most) =>
    row(id, what, round(gzipKb(files)), { unit: 'kB', ...(most && { most }) });
  printTable([
    size('P1', 'shell', shell, 180),
    size('P2', 'builder with the shell', route('builder-page'), 300),
    size('P2', 'inbox with the shell', route('inbox-page'), 240),
    size('P2', 'overview with the shell', route('overview-page'), 300),
    row('P3', 'recharts, xyflow, dagre or elk in the shell', listPackages(shell).length, { most: 0 }),
    size('', 'all JavaScript', everything),
  ]);
};
