import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { until } from '../until';
import { startChild, type ChildProgram } from './child-program';
import type { NextPort } from './create-ports';

export type RedisServer = {
  url: string;
  crash: () => Promise<void>;
  start: () => Promise<void>;
  /** Forgets everything. */
  flush: () => Promise<void>;
  stop: () => Promise<void>;
};

export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A Redis set up as for production: append-only file synced each second, nothing evicted. */
export async function startRedis(directory: string, nextPort: NextPort): Promise<RedisServer> {
  const port = await nextPort();
  const data = join(directory, 'redis');
  mkdirSync(data);
  let child: ChildProgram | null = null;
  const args = [
    '--port',
    String(port),
    '--dir',
    data,
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
  ];
  const start = async (): Promise<void> => {
    child = startChild({
      program: 'redis-server',
      args,
      env: process.env,
      logFile: join(directory, 'redis.log'),
    });
    const isReady = await until(
      () => say(port, 'PING').then((answer) => (answer === '+PONG' ? true : null)),
      {
        deadline: Date.now() + 15_000,
        everyMs: 30,
      },
    );
    if (isReady === null) throw new Error('Redis did not become ready.');
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    crash: async () => child?.end('SIGKILL'),
    flush: async () => void (await say(port, 'FLUSHALL')),
    stop: async () => child?.end('SIGTERM'),
  };
}

/** One command in Redis' inline form; null when nobody answers. */
function say(port: number, command: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write(`${command}\r\n`));
    socket.setTimeout(2_000, () => socket.destroy());
    socket.once('data', (answer) => {
      resolve(answer.toString().trim());
      socket.destroy();
    });
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
  });
}
