import { dirname, join, resolve } from 'node:path';

/** Where the built parts of the program lie, seen from the file that was started. */
export function programPaths(startedFile: string | undefined): { web: string; simulator: string } {
  const apps = resolve(dirname(startedFile ?? join('dist', 'apps', 'server', 'main.mjs')), '..');
  return { web: join(apps, 'web'), simulator: join(apps, 'simulator', 'main.mjs') };
}
