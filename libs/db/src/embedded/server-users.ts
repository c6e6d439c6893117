import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClusterFiles } from './cluster-files';
import { currentProcess, isRunning } from './process-identity';

const userSchema = z.object({ pid: z.int(), startedAt: z.string().nullable() });

/** Notes that this process uses the server. Call under the lock. */
export function enterServer(files: ClusterFiles): void {
  writeFileSync(join(files.users, `${process.pid}.json`), JSON.stringify(currentProcess()), { mode: 0o600 });
}

/** Takes this process off the list. Call under the lock. */
export function leaveServer(files: ClusterFiles): void {
  rmSync(join(files.users, `${process.pid}.json`), { force: true });
}

/** Whether another live process uses the server; entries of dead ones are removed. */
export function hasOtherUsers(files: ClusterFiles): boolean {
  const others = readdirSync(files.users).filter(
    (name) => name.endsWith('.json') && name !== `${process.pid}.json`,
  );
  return others.filter((name) => isLive(join(files.users, name))).length > 0;
}

function isLive(file: string): boolean {
  if (isRunningUser(file)) return true;
  rmSync(file, { force: true });
  return false;
}

function isRunningUser(file: string): boolean {
  try {
    return isRunning(userSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    // Half written by a process that died, or gone meanwhile: nobody is behind it.
    return false;
  }
}
