import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { listTexts, openThread, write } from './support/simulator-person';
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
import { until } from './support/until';

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

const untilGone = (dataDirectory: string): Promise<void> =>
  until(() => processesOf(dataDirectory).length === 0, 10_000);

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

describe('while it runs', () => {
  const dataDirectory = newDataDirectory();
  afterAll(() => removeDataDirectory(dataDirectory));
  const postmasterPid = () =>
    Number(readFileSync(join(dataDirectory, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

  it('brings a PostgreSQL that was killed back by itself, loses nothing and sends nothing twice', async () => {
    const program = await startProgram(dataDirectory);
    const ready = async () => (await fetch(`${program.url}/readyz`)).status;
    const people = await Promise.all(
      ['ann', 'bob', 'cem', 'dee', 'eva', 'flo'].map((name) => openThread(program, name)),
    );
    const [early, late] = [people.slice(0, 3), people.slice(3)];
    await Promise.all(early.map((person) => write(person, 'hello')));
    process.kill(postmasterPid(), 'SIGKILL');
    await until(async () => (await ready()) === 503);
    await Promise.all(late.map((person) => write(person, 'hello')));
    await until(async () => (await ready()) === 200);
    await until(async () => (await Promise.all(people.map(listTexts))).every((texts) => texts.length > 0));
    for (const person of people) {
      const texts = await listTexts(person);
      expect(texts).toEqual([...new Set(texts)]);
    }
    expect(await program.stop()).toBe(0);
    await untilGone(dataDirectory);
  }, 120_000);
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

  // Root may write anywhere, so these are folders that cannot exist.
  it.each([
    ['below a file', join(process.execPath, 'data')],
    ['in a pseudo file system', '/proc/instaflow/data'],
  ])(
    'says that it cannot write its folder %s and ends with 1',
    async (_name, dataDirectory) => {
      const port = await freePort();
      const child = spawnProgram({ port, dataDirectory });
      const output = outputOf(child);
      expect(await exitOf(child)).toBe(1);
      expect(output()).toContain(dataDirectory);
      expect(output()).not.toContain('    at ');
    },
    30_000,
  );
});
