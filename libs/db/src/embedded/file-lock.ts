import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { AppError, errorCode } from '@instaflow/platform';
import { currentProcess, isRunning } from './process-identity';

/**
 * Runs `work` while no other process on this machine does the same under this file. A lock whose holder has died is
 * taken over. Throws AppError `embedded_postgres_busy` after `patienceMs`.
 */
export async function withFileLock<T>(file: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  while (!tryLock(file)) {
    if (Date.now() > giveUpAt) throw busy(file);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

const holderSchema = z.object({ pid: z.int(), startedAt: z.string().nullable() });

let drafts = 0;

function tryLock(file: string): boolean {
  drafts += 1;
  const draft = `${file}.${process.pid}.${drafts}`;
  writeFileSync(draft, JSON.stringify(currentProcess()), { mode: 0o600 });
  try {
    // Linked into place complete, so that nobody ever reads half a lock.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isAbandoned(file: string): boolean {
  try {
    return !isRunning(holderSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    // Gone meanwhile, or damaged: the next attempt finds out.
    return true;
  }
}

function busy(file: string): AppError {
  return new AppError({
    code: 'embedded_postgres_busy',
    kind: 'operational',
    message: `Another process has been starting or stopping the embedded PostgreSQL for too long (${file}). Try again in a moment.`,
  });
}
