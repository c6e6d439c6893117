import { spawnSync } from 'node:child_process';

/** Whether a `redis-server` program can be started here. */
export function hasRedisServer(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}
