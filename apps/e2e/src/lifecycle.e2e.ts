import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  exitOf,
  freePort,
  newDataDirectory,
  outputOf,
  removeDataDirectory,
  spawnProgram,
  startProgram,
  stopAllPrograms,
} from './support/program';

/** Command lines of all processes that mention the folder: what an orphan would show up in. */
const processesOf = (dataDirectory: string): string[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return []; // it ended between the listing and the look
      }
    })
    .filter((command) => command.includes(dataDirectory));

const login = async (url: string, demo: { email: string; password: string }) =>
  fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(demo),
  });

const signIn = async (url: string, demo: { email: string; password: string }): Promise<string> => {
  const answer = (await login(url, demo).then((response) => response.json())) as { token: string };
  return answer.token;
};

const untilGone = async (dataDirectory: string): Promise<void> => {
  const deadline = Date.now() + 10_000;
  while (processesOf(dataDirectory).length > 0) {
    if (Date.now() > deadline) throw new Error(`still running: ${processesOf(dataDirectory).join('; ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

afterEach(stopAllPrograms, 30_000);

describe('starting and stopping with nothing configured', () => {
  const dataDirectory = newDataDirectory();
  afterAll(() => removeDataDirectory(dataDirectory));

  it('prints where to go, stops on SIGINT without leaving a process, and finds all data again', async () => {
    const first = await startProgram(dataDirectory);
    expect(first.output()).toContain(first.demo.email);
    expect(first.output()).toContain(first.demo.password);
    expect(first.output()).toContain(first.simulatorUrl);
    const token = await signIn(first.url, first.demo);
    const created = await fetch(`${first.url}/api/v1/workspaces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ name: 'Still here' }),
    });
    expect(created.status).toBe(201);
    expect(await first.stop('SIGINT')).toBe(0);
    await untilGone(dataDirectory);

    const second = await startProgram(dataDirectory);
    const again = await signIn(second.url, second.demo);
    const listed = await fetch(`${second.url}/api/v1/workspaces`, {
      headers: { authorization: `Bearer ${again}` },
    });
    expect(await listed.json()).toMatchObject({
      workspaces: expect.arrayContaining([expect.objectContaining({ name: 'Still here' })]),
    });
    expect(await second.stop('SIGTERM')).toBe(0);
    await untilGone(dataDirectory);
  }, 90_000);

  it('recovers from kill -9, with PostgreSQL left behind', async () => {
    const killed = await startProgram(dataDirectory);
    await killed.stop('SIGKILL');
    const next = await startProgram(dataDirectory);
    expect((await login(next.url, next.demo)).status).toBe(200);
    await next.stop();
    await untilGone(dataDirectory);
  }, 90_000);

  it('recovers from a stale postmaster.pid', async () => {
    writeFileSync(
      join(dataDirectory, 'postgres', 'data', 'postmaster.pid'),
      '99999999\n/nowhere\n1\n1\n\n\n\n\n',
    );
    const program = await startProgram(dataDirectory);
    expect((await login(program.url, program.demo)).status).toBe(200);
    await program.stop();
    await untilGone(dataDirectory);
  }, 90_000);
});

describe('starting where it cannot', () => {
  it('says which port is taken and ends with 1', async () => {
    const port = await freePort();
    const holder = createServer().listen(port, '127.0.0.1');
    const dataDirectory = newDataDirectory();
    const child = spawnProgram({ port, dataDirectory });
    const output = outputOf(child);
    expect(await exitOf(child)).toBe(1);
    expect(output()).toContain(String(port));
    expect(output()).not.toContain('    at ');
    holder.close();
    removeDataDirectory(dataDirectory);
  }, 30_000);

  it('says that it cannot write its folder and ends with 1', async () => {
    const port = await freePort();
    // Root may write anywhere, so the folder is one that cannot exist: below a file.
    const dataDirectory = join(process.execPath, 'data');
    const child = spawnProgram({ port, dataDirectory });
    const output = outputOf(child);
    expect(await exitOf(child)).toBe(1);
    expect(output()).toContain(dataDirectory);
    expect(output()).not.toContain('    at ');
  }, 30_000);
});
