import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@instaflow/platform';
import { waitFor } from '@instaflow/testing';
import { listDatabases } from './database-admin';
import { isPidInUse } from './process-identity';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres';

const log = createLogger({ level: 'silent' });

describe('startEmbeddedPostgres', () => {
  let directory: string;
  let prepared: string;
  let started: EmbeddedPostgres[] = [];
  const helpers: ChildProcess[] = [];

  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({
      directory: join(directory, 'postgres'),
      log,
      isDurable: false,
    });
    started.push(server);
    return server;
  };
  const pidFile = () => join(directory, 'postgres/data/postmaster.pid');
  const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
  const answers = async (url: string) => (await listDatabases(url, 'instaflow')).includes('instaflow');

  beforeAll(async () => {
    prepared = makeDirectory();
    await (await startEmbeddedPostgres({ directory: prepared, log, isDurable: false })).stop();
  });

  afterAll(() => rmSync(prepared, { recursive: true, force: true }));

  beforeEach(() => {
    directory = makeDirectory();
    // Creating a cluster takes seconds, copying one does not.
    execFileSync('cp', ['-a', prepared, join(directory, 'postgres')]);
  });

  afterEach(async () => {
    await Promise.all(started.map((server) => server.stop()));
    started = [];
    for (const helper of helpers.splice(0)) helper.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  it('starts, keeps its data and address over a restart, and leaves no process behind', async () => {
    const first = await start();
    expect(await answers(first.url)).toBe(true);
    expect(first.isOwner).toBe(true);
    const pid = serverPid();
    await first.stop();
    expect(isPidInUse(pid)).toBe(false);
    expect(existsSync(pidFile())).toBe(false);

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await answers(second.url)).toBe(true);
  });

  it('keeps its password from others on the machine', async () => {
    await start();
    expect(statSync(join(directory, 'postgres/server.json')).mode & 0o777).toBe(0o600);
  });

  it('comes back by itself after it was killed', async () => {
    const server = await start();
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await waitFor(async () => serverPid() !== pid && (await answers(server.url)), { timeoutMs: 20_000 });
  });

  it('is found by a second process and outlives the first that leaves', async () => {
    const server = await start();
    const other = await registerOtherProcess();
    expect(server.isOwner).toBe(false);
    await server.stop();
    expect(await answers(server.url)).toBe(true);
    other.kill('SIGKILL');
    await waitFor(() => !isPidInUse(other.pid ?? 0));
    const adopted = await start();
    expect(adopted.url).toBe(server.url);
    expect(adopted.isOwner).toBe(true);
    const pid = serverPid();
    await adopted.stop();
    expect(isPidInUse(pid)).toBe(false);
  });

  it('starts once when asked twice at the same moment', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.url).toBe(second.url);
  });

  it('recovers from a lock file whose number belongs to another program now', async () => {
    const stranger = sleeper();
    writeFileSync(pidFile(), `${stranger.pid}\n${join(directory, 'postgres/data')}\n0\n5999\n`);
    const server = await start();
    expect(await answers(server.url)).toBe(true);
    expect(isPidInUse(stranger.pid ?? 0)).toBe(true);
  });

  it('recovers from a first start that was interrupted', async () => {
    renameSync(join(directory, 'postgres/data'), join(directory, 'postgres/data.new'));
    writeFileSync(join(directory, 'postgres/lock'), JSON.stringify({ pid: 2 ** 22 - 1, startedAt: '1' }));
    expect(await answers((await start()).url)).toBe(true);
  });

  it('moves to another port when its own is taken', async () => {
    const { port } = JSON.parse(readFileSync(join(directory, 'postgres/server.json'), 'utf8'));
    const taken = await occupy(port);
    const server = await start();
    expect(Number(new URL(server.url).port)).not.toBe(port);
    expect(await answers(server.url)).toBe(true);
    await new Promise((resolve) => taken.close(resolve));
  });

  it('says which folder cannot be written to', async () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ directory: join(file, 'postgres'), log })).rejects.toMatchObject({
      code: 'data_dir_not_usable',
      message: expect.stringContaining(file),
    });
  });

  it('does not touch the data of another version', async () => {
    writeFileSync(join(directory, 'postgres/data/PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({ code: 'embedded_postgres_version' });
  });

  function sleeper(): ChildProcess {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    helpers.push(child);
    return child;
  }

  /** Stands for a second instance of the program: what the server knows of it is its entry. */
  async function registerOtherProcess(): Promise<ChildProcess> {
    const child = sleeper();
    await waitFor(() => isPidInUse(child.pid ?? 0));
    const entry = JSON.stringify({ pid: child.pid, startedAt: null });
    writeFileSync(join(directory, `postgres/users/${child.pid}.json`), entry);
    return child;
  }
});

function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'instaflow-embedded-'));
  // mkdtemp makes it ours alone; started by root, the server runs under another account.
  chmodSync(directory, 0o755);
  return directory;
}

function occupy(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
