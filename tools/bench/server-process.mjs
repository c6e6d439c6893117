import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const untilReady = async (url, child, timeoutMs) => {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with exit code ${child.exitCode}`);
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the server was not ready within ${timeoutMs} ms`);
};

/** Resident memory of a process and its children by role, in MB: the server alone and PostgreSQL beside it. */
export const residentMegabytes = (pid) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
};

/** Starts the built program as a user would, in a folder of its own. */
export const startServer = async ({
  env = {},
  dataDirectory = mkdtempSync(join(tmpdir(), 'instaflow-bench-')),
  program = 'dist/apps/server/main.mjs',
}) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDirectory, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', process.env.BENCH_VERBOSE ? 'inherit' : 'ignore', 'inherit'],
  });
  await untilReady(url, child, 60_000);
  const secretsFile = join(dataDirectory, 'secrets.json');
  return {
    url,
    pid: child.pid,
    dataDirectory,
    startUpMs: performance.now() - startedAt,
    secrets: existsSync(secretsFile) ? JSON.parse(readFileSync(secretsFile, 'utf8')) : {},
    stop: async ({ keepData = false } = {}) => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      if (!keepData) rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};
