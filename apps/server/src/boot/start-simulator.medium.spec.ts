import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, loadConfig, type Config } from '@instaflow/platform';
import { waitFor } from '@instaflow/testing';
import { findFreePort } from './find-free-port';
import { startSimulator, type RunningSimulator } from './start-simulator';

const log = createLogger({ level: 'silent' });

/** What `startSimulator` needs of a simulator: it listens, answers, tells its process and its secret. */
const standIn = `
  const http = require('node:http');
  const server = http.createServer((request, response) => {
    if (request.url === '/exit') process.exit(1);
    response.end(JSON.stringify({ pid: process.pid, secret: process.env.SIMULATOR_APP_SECRET }));
  });
  server.listen(Number(process.env.SIMULATOR_PORT), process.env.SIMULATOR_HOST, () =>
    process.send({ type: 'listening', url: 'http://127.0.0.1:' + server.address().port }));
  process.on('disconnect', () => process.exit(0));
`;

let directory: string;
let config: Config;
let started: RunningSimulator[] = [];

const start = async (source = standIn): Promise<RunningSimulator> => {
  const mainFile = join(directory, 'main.cjs');
  writeFileSync(mainFile, source);
  const simulator = await startSimulator({ config, log, mainFile });
  started.push(simulator);
  return simulator;
};
const ask = async (url: string): Promise<{ pid: number; secret: string } | null> => {
  try {
    return (await (await fetch(url)).json()) as { pid: number; secret: string };
  } catch {
    return null;
  }
};

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'instaflow-boot-'));
  config = loadConfig({ DATA_DIR: directory, PORT: String(await findFreePort(4_740)) });
});
afterEach(async () => {
  await Promise.all(started.map((simulator) => simulator.stop()));
  started = [];
  rmSync(directory, { recursive: true, force: true });
});

describe('startSimulator', () => {
  it('runs it beside the own port with the own secrets, and ends it', async () => {
    const simulator = await start();
    expect(Number(new URL(simulator.url).port)).toBeGreaterThan(config.port);
    expect((await ask(simulator.url))?.secret).toBe(config.instagram.appSecret);
    await simulator.stop();
    expect(await ask(simulator.url)).toBeNull();
  });

  it('shares one with another process of the folder, which takes over at the same address', async () => {
    const [first, second] = [await start(), await start()];
    expect(second.url).toBe(first.url);
    const before = await ask(first.url);
    await first.stop();
    const after = await waitFor(() => ask(second.url), { timeoutMs: 15_000 });
    expect(after.pid).not.toBe(before?.pid);
  });

  it('starts one that died again at the same address', async () => {
    const { url } = await start();
    const before = await ask(url);
    await ask(`${url}/exit`);
    const after = await waitFor(() => ask(url), { timeoutMs: 15_000 });
    expect(after.pid).not.toBe(before?.pid);
  });

  it('says that it is not built, or why it did not start', async () => {
    await expect(
      startSimulator({ config, log, mainFile: join(directory, 'missing.mjs') }),
    ).rejects.toMatchObject({ code: 'simulator_not_built' });
    await expect(start('process.exit(3)')).rejects.toMatchObject({
      code: 'simulator_not_started',
      message: expect.stringContaining('code 3'),
    });
  });
});
