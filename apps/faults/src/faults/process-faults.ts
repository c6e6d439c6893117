import type { RoleProgram } from '../processes/role-program';
import type { Fault, FaultContext } from './fault';

type Ending = { signal: NodeJS.Signals; downMs: [number, number]; everyMs: [number, number] };

/** Ends one of the processes at any instant, again and again; the operator's supervisor starts it again. */
const endProcesses =
  (choose: (context: FaultContext) => RoleProgram | undefined, ending: Ending) =>
  async (context: FaultContext): Promise<void> => {
    const { random, pause, struck } = context;
    while (await pause(random.between(...ending.everyMs))) {
      const program = choose(context);
      if (program === undefined) return;
      struck();
      await program.end(ending.signal);
      await pause(random.between(...ending.downMs));
      program.start();
    }
  };

const anyWorker = ({ installation, random }: FaultContext): RoleProgram | undefined =>
  installation.workers[random.between(0, installation.workers.length - 1)];
const theApi = ({ installation }: FaultContext): RoleProgram => installation.apiProgram;

/** Holds one of the processes for a while, as a machine under pressure does, and lets it go on where it was. */
const freezeProcesses =
  (choose: (context: FaultContext) => RoleProgram | undefined, heldMs: [number, number]) =>
  async (context: FaultContext): Promise<void> => {
    const { random, pause, struck } = context;
    while (await pause(random.between(300, 1_200))) {
      const program = choose(context);
      struck();
      program?.freeze();
      await pause(random.between(...heldMs));
      program?.thaw();
    }
  };

/** Kills both workers whenever the other program is thinking about a call: one of them waits for its answer. */
async function cutCallsOff({ installation, random, pause, struck }: FaultContext): Promise<void> {
  const { workers, otherProgram } = installation;
  while (await pause(random.between(20, 120))) {
    if (otherProgram.countUnderWay() === 0) continue;
    struck();
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    for (const worker of workers) worker.start();
  }
}

/** Breaks a server off and starts it again. */
const crash =
  (
    of: (context: FaultContext) => { crash: () => Promise<void>; start: () => Promise<void> } | null,
    everyMs: [number, number],
  ) =>
  async (context: FaultContext): Promise<void> => {
    while (await context.pause(context.random.between(...everyMs))) {
      const server = of(context);
      if (server === null) return;
      context.struck();
      await server.crash();
      await context.pause(context.random.between(200, 1_500));
      await server.start();
    }
  };

export const processFaults: readonly Fault[] = [
  {
    name: 'worker-kill',
    scope: 'installation',
    strike: endProcesses(anyWorker, { signal: 'SIGKILL', downMs: [0, 500], everyMs: [600, 1_800] }),
  },
  {
    name: 'worker-stop',
    scope: 'installation',
    strike: endProcesses(anyWorker, { signal: 'SIGTERM', downMs: [0, 500], everyMs: [600, 1_800] }),
  },
  {
    name: 'api-kill',
    scope: 'installation',
    strike: endProcesses(theApi, { signal: 'SIGKILL', downMs: [0, 400], everyMs: [1_800, 3_500] }),
  },
  {
    name: 'api-stop',
    scope: 'installation',
    strike: endProcesses(theApi, { signal: 'SIGTERM', downMs: [0, 400], everyMs: [1_800, 3_500] }),
  },
  {
    name: 'api-freeze',
    scope: 'installation',
    strike: freezeProcesses(theApi, [500, 2_500]),
  },
  {
    name: 'worker-freeze',
    scope: 'installation',
    strike: freezeProcesses(anyWorker, [500, 4_000]),
  },
  { name: 'call-cut-off', scope: 'installation', strike: cutCallsOff },
  {
    name: 'postgres-restart',
    scope: 'installation',
    strike: crash(({ installation }) => installation.postgres, [1_200, 3_000]),
  },
  {
    name: 'redis-restart',
    scope: 'installation',
    needsRedis: true,
    strike: crash(({ installation }) => installation.redis, [1_000, 2_500]),
  },
  {
    name: 'redis-flush',
    scope: 'installation',
    needsRedis: true,
    strike: async ({ installation, random, pause, struck }) => {
      while (await pause(random.between(200, 900))) {
        struck();
        await installation.redis?.flush();
      }
    },
  },
  {
    name: 'graph-app-limit',
    scope: 'installation',
    strike: async ({ installation }) => {
      await installation.simulator.addFault({
        kind: 'error',
        code: 4,
        match: { path: '/messages', method: 'POST' },
        times: 2,
      });
    },
  },
];
