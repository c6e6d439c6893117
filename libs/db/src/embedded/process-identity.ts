import { readFileSync } from 'node:fs';
import { errorCode } from '@instaflow/platform';

/** A process, told apart from a later one that got the same number. `startedAt` is null where the system hides it. */
export type ProcessIdentity = { pid: number; startedAt: string | null };

/** Identity of this process. */
export function currentProcess(): ProcessIdentity {
  return { pid: process.pid, startedAt: startTime(process.pid) };
}

/** Whether exactly that process still runs. A dead child that nobody has reaped does not count as running. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  if (!isPidInUse(pid)) return false;
  return startedAt === null || startTime(pid) === startedAt;
}

/** Whether any live process has this number. */
export function isPidInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not allowed to signal it means that it is there.
    if (errorCode(error) !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

/** The command line, or null where it cannot be read (other systems than Linux). */
export function commandLineOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    // Not Linux, or the process has just ended: both mean "unknown".
    return null;
  }
}

function startTime(pid: number): string | null {
  return statFields(pid)?.[19] ?? null;
}

// Everything after the name, which is in brackets and may hold anything: state first, start time twentieth.
function statFields(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // Not Linux, or the process has just ended: both mean "unknown".
    return null;
  }
}
