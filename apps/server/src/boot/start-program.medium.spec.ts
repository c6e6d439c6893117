import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { createLogger, loadConfig } from '@instaflow/platform';
import { createTestDatabase, startTcpProxy, waitFor, type TestDatabase } from '@instaflow/testing';
import { startGraphStub, type GraphStub } from '../spec-support/graph-stub';
import { findFreePort } from './find-free-port';
import { Shutdown } from './shutdown';
import { startProgram } from './start-program';

const log = createLogger({ level: 'silent' });
let database: TestDatabase;
let graph: GraphStub;
let printed: string;
let running: Shutdown[] = [];

type Overrides = { ROLE?: string; DATABASE_URL?: string; PORT?: string };

/** Starts the program in this process; answers its address. */
async function start(overrides: Overrides = {}): Promise<string> {
  const port = await findFreePort(4_720);
  const config = loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: tmpdir(),
    DATABASE_URL: database.url,
    GRAPH_API_URL: graph.url,
    PORT: String(port),
    JWT_SECRET: 'q8Jz0vX4m2Kc7LwP9sRtYb3NdFhGaUeI',
    ENCRYPTION_KEYS: Buffer.alloc(32, 'k1').toString('base64'),
    INSTAGRAM_APP_SECRET: 'test-app-secret-of-instagram',
    INSTAGRAM_VERIFY_TOKEN: 'test-verify-token',
    ...overrides,
  });
  const shutdown = new Shutdown(log);
  running.push(shutdown);
  await startProgram({ config, log, shutdown, startedFile: '/nowhere/apps/server/main.mjs' });
  return `http://127.0.0.1:${config.port}`;
}
const statusOf = async (address: string) => (await fetch(address)).status;

beforeAll(async () => {
  [database, graph] = await Promise.all([createTestDatabase(), startGraphStub()]);
});
// Dropping fails while a connection is open: what a program does not give back fails here.
afterAll(() => Promise.all([database.drop(), graph.close()]));
beforeEach(() => {
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(running.map((shutdown) => shutdown.run()));
  running = [];
});

describe('starting the program', () => {
  it.each(['all', 'api'])('serves API and health as %s, and says where', async (ROLE) => {
    const address = await start({ ROLE });
    expect(await statusOf(`${address}/readyz`)).toBe(200);
    expect(await statusOf(`${address}/api/v1/system/info`)).toBe(200);
    expect(printed).toContain(`InstaFlow is ready     ${address.replace('127.0.0.1', 'localhost')}`);
    expect(printed).not.toContain('Demo');
  });

  it('serves health and metrics as a worker, nothing else', async () => {
    const address = await start({ ROLE: 'worker' });
    expect(await statusOf(`${address}/healthz`)).toBe(200);
    expect(await statusOf(`${address}/readyz`)).toBe(200);
    expect(await statusOf(`${address}/metrics`)).toBe(200);
    expect(await statusOf(`${address}/api/v1/system/info`)).toBe(404);
    expect(printed).toContain('InstaFlow worker is ready');
  });

  it('lets an API and two workers run side by side on one database', async () => {
    const addresses = [await start({ ROLE: 'api' })];
    addresses.push(await start({ ROLE: 'worker' }), await start({ ROLE: 'worker' }));
    expect(await Promise.all(addresses.map((address) => statusOf(`${address}/readyz`)))).toEqual([
      200, 200, 200,
    ]);
  });

  it('says which port is taken before it touches anything', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await waitFor(() => holder.listening);
    const address = holder.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expect(
      start({ PORT: String(port), DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }),
    ).rejects.toMatchObject({ code: 'port_not_usable', message: expect.stringContaining(String(port)) });
    holder.close();
  });

  it('waits for a database that is not up yet', async () => {
    const proxy = await startTcpProxy(database.url);
    await proxy.cut();
    const starting = start({ DATABASE_URL: proxy.url });
    await proxy.heal();
    expect(await statusOf(`${await starting}/readyz`)).toBe(200);
    await Promise.all(running.map((shutdown) => shutdown.run()));
    await proxy.close();
  });
});

describe('a running program', () => {
  it('is not ready while its database is away, stays up, and is ready again without a restart', async () => {
    const proxy = await startTcpProxy(database.url);
    const address = await start({ DATABASE_URL: proxy.url });
    await proxy.cut();
    await waitFor(async () => (await statusOf(`${address}/readyz`)) === 503, { timeoutMs: 10_000 });
    expect(await statusOf(`${address}/healthz`)).toBe(200);
    await proxy.heal();
    await waitFor(async () => (await statusOf(`${address}/readyz`)) === 200, { timeoutMs: 20_000 });
    await Promise.all(running.map((shutdown) => shutdown.run()));
    await proxy.close();
  });
});
