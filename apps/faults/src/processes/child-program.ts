import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

export type ChildProgram = {
  pid: number;
  hasEnded: () => boolean;
  /** Sends a signal and resolves when the program has ended; one that hangs on SIGTERM is killed after 12 s. */
  end: (signal: NodeJS.Signals) => Promise<void>;
  /** Holds it as it is, in the middle of whatever it does, or lets it go on. */
  freeze: () => void;
  thaw: () => void;
};

const living = new Set<ChildProcess>();
const patienceMs = 12_000;

/** Starts a program whose output is appended to a file. `onEnd` is told of an end nobody asked for. */
export function startChild(options: {
  program: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  onEnd?: (code: string) => void;
}): ChildProgram {
  const log = openSync(options.logFile, 'a');
  const child = spawn(options.program, options.args, { env: options.env, stdio: ['ignore', log, log] });
  closeSync(log);
  living.add(child);
  let isAsked = false;
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const finish = (how: string): void => {
      if (hasEnded) return;
      hasEnded = true;
      living.delete(child);
      if (!isAsked) options.onEnd?.(how);
      resolve();
    };
    child.once('exit', (code, signal) => finish(String(code ?? signal)));
    child.once('error', (error) => finish(error.message));
  });
  return {
    pid: child.pid ?? 0,
    hasEnded: () => hasEnded,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    end: async (signal) => {
      isAsked = true;
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** For an end in a hurry: what was started must not stay behind. */
export function killAllChildren(): void {
  for (const child of living) child.kill('SIGKILL');
}
