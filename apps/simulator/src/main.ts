import { z } from 'zod';
import { startSimulator } from './simulator';
import { readEnvironment } from './simulator-options';

async function main(): Promise<void> {
  const simulator = await startSimulator({ ...readEnvironment(process.env), log: say });
  // Ended outright: pages that listen for events, and the channel to the starter, would keep the process alive.
  const stop = (): void => {
    void simulator.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // A forked simulator must not outlive the program that started it.
  process.once('disconnect', stop);
  say(`Instagram simulator and test phone at ${simulator.url}`);
  process.send?.({ type: 'listening', url: simulator.url });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(error: unknown): void {
  const text =
    error instanceof z.ZodError
      ? z.prettifyError(error)
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`The Instagram simulator stopped: ${text}\n`);
  // A listener or the channel to the starter may be open already.
  process.exit(1);
}

main().catch(fail);
