import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '@instaflow/platform';
import type { ClusterFiles } from './cluster-files';
import { commandLineOf, isPidInUse } from './process-identity';

export type Postmaster = { pid: number; port: number };

/** The server that runs on this cluster, or null. A lock file left by a dead server, or naming another program, is removed. */
export function findPostmaster(files: ClusterFiles): Postmaster | null {
  const lockFile = join(files.data, 'postmaster.pid');
  const [pidLine, , , portLine] = readLines(lockFile);
  if (pidLine === undefined) return null;
  const pid = Math.abs(Number(pidLine));
  if (Number.isInteger(pid) && pid > 0 && isPidInUse(pid) && runsOn(files, pid)) {
    return { pid, port: Number(portLine ?? 0) };
  }
  // PostgreSQL itself refuses to start while the number belongs to any process of the same account.
  rmSync(lockFile, { force: true });
  return null;
}

/**
 * Ends the server: fast (running statements are cancelled, everything is written), after `patienceMs` at once, which the
 * next start repairs from the log.
 */
export async function stopPostmaster(files: ClusterFiles, patienceMs: number): Promise<void> {
  const postmaster = findPostmaster(files);
  if (postmaster === null) return;
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (isPidInUse(postmaster.pid)) process.kill(postmaster.pid, signal);
    if (await isGoneWithin(postmaster.pid, patienceMs)) return;
  }
}

async function isGoneWithin(pid: number, patienceMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + patienceMs;
  while (isPidInUse(pid)) {
    if (Date.now() > giveUpAt) return false;
    await pause(20);
  }
  return true;
}

function runsOn(files: ClusterFiles, pid: number): boolean {
  return commandLineOf(pid)?.includes(files.data) ?? true;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
