import { parseArgs } from 'node:util';
import { z } from 'zod';

export type Options = {
  /** The seeds to run, one installation each. */
  seeds: number[];
  /** Names of faults; empty: all. */
  faults: string[];
  /** Fewer people and a few faults, for the gate. */
  isShort: boolean;
  /** Where the ports of the processes begin; runs side by side need 100 each. */
  firstPort: number;
  queue: 'redis' | 'postgres' | 'by-seed';
};

const wholeNumber = z.coerce.number().int();

/**
 * Reads the command line: `--seeds 10` (1 to 10), `--seed 7,9` (those), `--fault worker-kill,api-kill`, `--queue redis`,
 * `--short`, `--ports 5300`.
 * Throws a ZodError or a TypeError that names what is wrong.
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seeds: { type: 'string', default: '1' },
      seed: { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
      short: { type: 'boolean', default: false },
      ports: { type: 'string', default: '5200' },
      queue: { type: 'string', default: 'by-seed' },
    },
  });
  return {
    seeds: readSeeds(values),
    faults: values.fault.flatMap((names) => names.split(',')),
    isShort: values.short,
    firstPort: wholeNumber.min(1_024).max(32_000).parse(values.ports),
    queue: z.enum(['redis', 'postgres', 'by-seed']).parse(values.queue),
  };
}

function readSeeds({ seeds, seed }: { seeds: string; seed?: string | undefined }): number[] {
  if (seed !== undefined) return seed.split(',').map((one) => wholeNumber.parse(one));
  const count = wholeNumber.min(1).max(10_000).parse(seeds);
  return Array.from({ length: count }, (_, index) => index + 1);
}
