import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { request } from 'undici';
import { appSecret, verifyToken } from './start-test-app';

export type RealSimulator = {
  url: string;
  /** Calls `/_control/…`; throws unless it succeeds. */
  control(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
};

export const simulatorAppId = '1029384756102938';

/** Lets a child run the sources of the simulator, so that no build has to come first. */
const runSources = `
  const { readFileSync } = require('node:fs');
  const { transformSync } = require('@swc/core');
  const options = { ...JSON.parse(readFileSync('.swcrc-jest.json', 'utf8')), swcrc: false };
  require.extensions['.ts'] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
  require(process.env.SIMULATOR_MAIN);
`;

/** The simulator itself, as a process of its own on a free port. */
export async function startRealSimulator(): Promise<RealSimulator> {
  const child = spawn(process.execPath, ['-e', runSources], {
    cwd: process.cwd(),
    env: {
      ...process.env,
      SIMULATOR_MAIN: join(process.cwd(), 'apps', 'simulator', 'src', 'main.ts'),
      SIMULATOR_PORT: '0',
      SIMULATOR_APP_SECRET: appSecret,
      SIMULATOR_VERIFY_TOKEN: verifyToken,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The simulator ended with code ${String(code)}.`)));
    child.on('message', (message: { url: string }) => resolve(message.url));
  });
  return {
    url,
    control: async (method, path, body) => {
      const answer = await request(`${url}/_control${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      const text = await answer.body.text();
      if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
      return JSON.parse(text);
    },
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
