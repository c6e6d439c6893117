import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import {
  newDataDirectory,
  removeDataDirectory,
  startProgram,
  type Environment,
  type Program,
} from './program';

/** What the journeys of a file share; only there while its tests and its own hooks run. */
export type Scene = { readonly program: Program; readonly browser: Browser };

/**
 * Starts the program with nothing configured, and a browser, before the tests of a file, and leaves nothing of them
 * behind. What a file prepares in a `beforeAll` of its own finds both already there. `configure` prepares what the
 * program is to know before it starts.
 */
export const useProgram = (configure: () => Environment | Promise<Environment> = () => ({})): Scene => {
  let program: Program | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    program = await startProgram(newDataDirectory(), await configure());
    browser = await launchBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    if (program) removeDataDirectory(program.dataDirectory);
  }, 30_000);
  return {
    get program() {
      return there(program);
    },
    get browser() {
      return there(browser);
    },
  };
};

const there = <T>(started: T | undefined): T => {
  if (started === undefined) throw new Error('asked for before it was started');
  return started;
};
