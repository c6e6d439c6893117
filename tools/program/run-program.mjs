import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { say } from './say.mjs';

const repeatAfterMs = 300;

/**
 * Runs a program with our streams and passes signals on; answers its exit code. A second Ctrl-C kills it.
 * npm sends on what a terminal has already sent to everybody, so that one Ctrl-C can arrive here twice within a moment.
 */
export function runProgram(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
      stdio: 'inherit',
      ...options,
    });
    let firstAt = null;
    const pass = (signal) => {
      const now = Date.now();
      if (firstAt !== null && now - firstAt > repeatAfterMs) {
        say('Asked again: ending at once.');
        child.kill('SIGKILL');
        return;
      }
      if (firstAt !== null) return;
      firstAt = now;
      // Ctrl-C in a terminal has reached the program already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal));
    if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(() => pass('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** npm was killed without a chance to pass it on: the program should not stay behind unseen. */
function whenOrphaned(action) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    action();
  }, 500);
  timer.unref();
}
