import { parseArgs } from 'node:util';
import { z } from 'zod';

export type Options = {
  /** The seeds to run, one installation each. */
  seeds: number[];
  /** Names of faults; empty: all. */
  faults: string[];
  /** Fewer people and a few faults, for the gate. */
  isShort: boolean;
  queue: 'redis' | 'postgres' | 'by-seed';
};

const wholeNumber = z.coerce.number().int();

/** Reads the command line. Throws a ZodError or a TypeError that names what is wrong. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seeds: { type: 'string', default: '1' },
      seed: { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
      short: { type: 'boolean', default: false },
      queue: { type: 'string', default: 'by-seed' },
    },
  });
  const count = wholeNumber.min(1).max(10_000).parse(values.seeds);
  return {
    seeds:
      values.seed === undefined
        ? Array.from({ length: count }, (_, index) => index + 1)
        : [wholeNumber.parse(values.seed)],
    faults: values.fault,
    isShort: values.short,
    queue: z.enum(['redis', 'postgres', 'by-seed']).parse(values.queue),
  };
}
