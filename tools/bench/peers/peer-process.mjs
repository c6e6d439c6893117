import { spawn } from 'node:child_process';

const answers = async (url) => {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    // Not listening yet.
    return false;
  }
};

/**
 * Starts a program in a process group of its own and answers when `isReady(url)` holds. `kill` is SIGKILL to the whole
 * group: nothing of it gets a chance to save anything.
 */
export const startPeerProcess = async ({
  program,
  args,
  env,
  cwd,
  url,
  isReady = answers,
  timeoutMs = 120_000,
}) => {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', process.env.BENCH_VERBOSE ? 'inherit' : 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
    await ended;
  };
  const deadline = performance.now() + timeoutMs;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`${program} ${args[0]} did not become ready`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, pid: child.pid, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
};
