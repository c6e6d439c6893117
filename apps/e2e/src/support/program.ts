import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export type Program = {
  url: string;
  dataDirectory: string;
  pid: number;
  /** Everything it printed so far. */
  output: () => string;
  demo: { email: string; password: string };
  simulatorUrl: string;
  /** Sends the signal and resolves with the exit code once it ended. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Settings besides those every program is started with. */
export type Environment = Readonly<Record<string, string>>;

const secretsFile = z.object({ demoPassword: z.string() });
const systemInfo = z.object({ simulatorUrl: z.string(), demoEmail: z.string() });

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      probe.close(() => resolve(address.port));
    });
  });

export const newDataDirectory = (): string => mkdtempSync(join(tmpdir(), 'instaflow-e2e-'));
export const removeDataDirectory = (directory: string): void =>
  rmSync(directory, { recursive: true, force: true });

/** Only what a shell would give: the program is to configure itself. */
const bareEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TMPDIR: process.env['TMPDIR'],
});

const running = new Set<ChildProcess>();

/** The built program as `npm start` runs it, not yet waited for. */
export const spawnProgram = ({
  port,
  dataDirectory,
  environment = {},
}: {
  port: number;
  dataDirectory: string;
  environment?: Environment;
}): ChildProcess => {
  const child = spawn(process.execPath, ['dist/apps/server/main.mjs'], {
    env: { ...bareEnvironment(), ...environment, PORT: String(port), DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};

/** Ends what a failed test left running, so that the run itself can end. */
export const stopAllPrograms = async (): Promise<void> => {
  await Promise.all(
    [...running].map((child) => {
      const ended = exitOf(child);
      child.kill('SIGTERM');
      return ended;
    }),
  );
};

export const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

export const outputOf = (child: ChildProcess): (() => string) => {
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
};

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );

const untilReady = async (url: string, child: ChildProcess, output: () => string): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${output()}`);
    // It answers a moment before it has printed where to go.
    if (output().includes('Ctrl-C') && (await isReady(url))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the program was not ready within 60 s:\n${output()}`);
};

/** Starts the built program with nothing configured but `environment`, and waits until it is ready. */
export const startProgram = async (
  dataDirectory = newDataDirectory(),
  environment: Environment = {},
): Promise<Program> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawnProgram({ port, dataDirectory, environment });
  const output = outputOf(child);
  await untilReady(url, child, output);
  const secrets = secretsFile.parse(JSON.parse(readFileSync(join(dataDirectory, 'secrets.json'), 'utf8')));
  const info = systemInfo.parse(await fetch(`${url}/api/v1/system/info`).then((answer) => answer.json()));
  return {
    url,
    dataDirectory,
    pid: child.pid ?? 0,
    output,
    demo: { email: info.demoEmail, password: secrets.demoPassword },
    simulatorUrl: info.simulatorUrl,
    stop: async (signal = 'SIGTERM') => {
      const ended = exitOf(child);
      child.kill(signal);
      return ended;
    },
  };
};
