import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { z } from 'zod';
import { withFileLock } from '@instaflow/db';
import { AppError, ensureDirectory, type Config, type Logger } from '@instaflow/platform';
import { findFreePort } from './find-free-port';

/** The simulator of this folder, run by this process or by another one started from the same folder. */
export type RunningSimulator = { url: string; stop(): Promise<void> };
type Options = { config: Config; log: Logger; mainFile: string };

const rememberedSchema = z.object({ url: z.url(), port: z.number().int() });
const checkEveryMs = 2_000;
const lockPatienceMs = 20_000;
const startPatienceMs = 15_000;
const endPatienceMs = 3_000;

/**
 * Starts "Instagram on this machine" as a child, or uses the one another process of this folder runs. When its owner
 * ends, a process that is left takes over at the same address with the same data.
 */
export async function startSimulator(options: Options): Promise<RunningSimulator> {
  if (!existsSync(options.mainFile)) {
    throw new AppError({
      code: 'simulator_not_built',
      kind: 'operational',
      message: `The simulator is not built (${options.mainFile} is missing). Run npm run build.`,
    });
  }
  ensureDirectory(options.config.dataDir);
  let child: ChildProcess | null = null;
  let isStopped = false;
  const ensure = async (): Promise<string> =>
    withFileLock(join(options.config.dataDir, 'simulator.lock'), lockPatienceMs, async () => {
      const remembered = readRemembered(options.config);
      if (remembered !== null && (await isSimulator(remembered.url))) return remembered.url;
      const port = await findFreePort(remembered?.port ?? options.config.port + 1);
      const started = await launch(options, port);
      child = started.child;
      remember(options.config, { url: started.url, port });
      return started.url;
    });
  const url = await ensure();
  const watch = setInterval(() => {
    void keepRunning({ url, isStopped: () => isStopped, ensure, log: options.log });
  }, checkEveryMs);
  watch.unref();
  return {
    url,
    stop: async () => {
      isStopped = true;
      clearInterval(watch);
      if (child !== null) await end(child);
    },
  };
}

async function keepRunning(input: {
  url: string;
  isStopped: () => boolean;
  ensure: () => Promise<string>;
  log: Logger;
}): Promise<void> {
  if (input.isStopped() || (await isSimulator(input.url)) || input.isStopped()) return;
  try {
    const url = await input.ensure();
    if (url !== input.url) input.log.error({ url }, 'The simulator moved to another address: restart.');
  } catch (error) {
    input.log.error({ err: error }, 'The simulator ended and could not be started again.');
  }
}

async function launch(
  { config, mainFile, log }: Options,
  port: number,
): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(mainFile, [], {
    env: {
      ...process.env,
      SIMULATOR_PORT: String(port),
      SIMULATOR_HOST: '127.0.0.1',
      SIMULATOR_STATE_FILE: join(config.dataDir, 'simulator-state.json'),
      SIMULATOR_APP_SECRET: config.instagram.appSecret,
      SIMULATOR_VERIFY_TOKEN: config.instagram.verifyToken,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Ctrl-C reaches the whole group of a terminal; the simulator is ended by us, after the last message.
    detached: true,
  });
  child.on('error', (error) => log.error({ err: error }, 'The simulator reports an error.'));
  try {
    return { child, url: await untilListening(child) };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function untilListening(child: ChildProcess): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      timer = setTimeout(() => reject(notStarted('it did not answer')), startPatienceMs);
      child.once('exit', (code) => reject(notStarted(`it ended with code ${String(code)}`)));
      child.on('message', (message) => {
        const parsed = z.object({ type: z.literal('listening'), url: z.url() }).safeParse(message);
        if (parsed.success) resolve(parsed.data.url);
      });
    });
  } finally {
    clearTimeout(timer);
  }
}

function notStarted(reason: string): AppError {
  return new AppError({
    code: 'simulator_not_started',
    kind: 'operational',
    message: `The simulator could not be started: ${reason}.`,
  });
}

async function isSimulator(url: string): Promise<boolean> {
  try {
    const answer = await request(`${url}/_control/clock`, { headersTimeout: 1_500, bodyTimeout: 1_500 });
    await answer.body.dump();
    return answer.statusCode === 200;
  } catch {
    // Nobody listens there, or it is something else: no simulator either way.
    return false;
  }
}

function readRemembered(config: Config): z.infer<typeof rememberedSchema> | null {
  try {
    return rememberedSchema.parse(JSON.parse(readFileSync(fileOf(config), 'utf8')));
  } catch {
    // Missing or half written: as if it had never run.
    return null;
  }
}

function remember(config: Config, simulator: z.infer<typeof rememberedSchema>): void {
  writeFileSync(fileOf(config), `${JSON.stringify(simulator)}\n`);
}

function fileOf(config: Config): string {
  return join(config.dataDir, 'simulator.json');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), endPatienceMs);
  await ended;
  clearTimeout(timer);
}
