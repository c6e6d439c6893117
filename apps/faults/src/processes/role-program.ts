import { join } from 'node:path';
import { until } from '../until';
import { startChild, type ChildProgram } from './child-program';

export type RoleProgram = {
  name: string;
  url: string;
  isUp: () => boolean;
  start: () => void;
  end: (signal: NodeJS.Signals) => Promise<void>;
  freeze: () => void;
  thaw: () => void;
  /** Whether it says that it is ready before the time (epoch ms). */
  isReadyBy: (deadline: number) => Promise<boolean>;
  /** Ends nobody asked for. */
  crashes: string[];
};

/** One process of the built server. */
export function createRoleProgram(options: {
  name: string;
  port: number;
  directory: string;
  env: NodeJS.ProcessEnv;
}): RoleProgram {
  const { name, port, directory } = options;
  const url = `http://127.0.0.1:${port}`;
  const crashes: string[] = [];
  let child: ChildProgram | null = null;
  const isUp = (): boolean => child !== null && !child.hasEnded();
  return {
    name,
    url,
    crashes,
    isUp,
    start: () => {
      if (isUp()) return;
      child = startChild({
        program: process.execPath,
        args: ['--enable-source-maps', join('dist', 'apps', 'server', 'main.mjs')],
        env: { ...options.env, PORT: String(port) },
        logFile: join(directory, `${name}.log`),
        onEnd: (code) => crashes.push(`${name} ended by itself (${code})`),
      });
    },
    end: async (signal) => child?.end(signal),
    freeze: () => child?.freeze(),
    thaw: () => child?.thaw(),
    isReadyBy: async (deadline) => (await until(() => isReady(url), { deadline, everyMs: 50 })) === true,
  };
}

async function isReady(url: string): Promise<true | null> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? true : null;
  } catch {
    // Not listening yet, or not any more.
    return null;
  }
}
