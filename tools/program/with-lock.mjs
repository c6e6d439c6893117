import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `work` while no other process does so under this file. The lock of a process that has died is taken over;
 * `onWait` is called once if somebody else holds it.
 */
export async function withLock(file, { onWait }, work) {
  mkdirSync(dirname(file), { recursive: true });
  let hasWaited = false;
  while (!tryLock(file)) {
    if (!hasWaited) onWait();
    hasWaited = true;
    await pause(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function tryLock(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) }));
  try {
    // Linked into place complete, so that nobody ever reads half a lock.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isAbandoned(file) {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(file, 'utf8'));
    process.kill(pid, 0);
    return startTime(pid) !== startedAt;
  } catch (error) {
    // EPERM: it lives, under another account. Anything else: gone, or not a lock.
    return error.code !== 'EPERM';
  }
}

/** Tells a process from a later one with the same number; null where the system does not say (not Linux). */
function startTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return null;
  }
}
