import { rmSync } from 'node:fs';
import { residentMegabytes, startServer } from './server-process.mjs';
import { median, round } from './statistics.mjs';

const firstStarts = 3;
const laterStarts = 5;

/** Starts, stops, and answers the time from the spawn to the first 200 of /readyz and the memory at rest. */
const measureOne = async (options) => {
  const server = await startServer(options);
  const idleMb = residentMegabytes(server.pid);
  await server.stop({ keepData: true });
  return { ms: server.startUpMs, idleMb, dataDirectory: server.dataDirectory };
};

const measureMany = async (count, optionsOf) => {
  const results = [];
  for (let index = 0; index < count; index += 1) results.push(await measureOne(optionsOf()));
  return results;
};

const medianMs = (results) => round(median(results.map(({ ms }) => ms)), 0);

/**
 * With nothing configured: first starts, each in an empty folder; later ones on the data of the first; the same through
 * `npm start`'s script, which looks whether anything has to be installed or built. Medians.
 */
export const measureStartup = async () => {
  const first = await measureMany(firstStarts, () => ({}));
  const [{ dataDirectory }] = first;
  const later = await measureMany(laterStarts, () => ({ dataDirectory }));
  const throughNpmStart = await measureMany(laterStarts, () => ({
    dataDirectory,
    program: 'tools/start.mjs',
  }));
  for (const result of first) rmSync(result.dataDirectory, { recursive: true, force: true });
  return {
    firstMs: medianMs(first),
    secondMs: medianMs(later),
    npmStartMs: medianMs(throughNpmStart),
    idleMb: round(median(later.map(({ idleMb }) => idleMb)), 0),
  };
};
