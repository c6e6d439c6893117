import type { Fault } from './faults/fault';
import { faults } from './faults/faults';
import { invariants } from './invariants/invariants';
import type { Verdict } from './judge';
import { readOptions, type Options } from './options';
import { killAllChildren } from './processes/child-program';
import { hasRedis } from './processes/redis-server';
import { formatTable, formatViolations } from './report';
import type { Size } from './run-round';
import { runSeed } from './run-seed';

const full: Size = { peoplePerScript: 1, loadMs: 8_000 };
const short: Size = { peoplePerScript: 1, loadMs: 5_000 };
/** What the gate runs: quick to heal, and each a different way to lose or repeat something. */
const shortRounds = [['none', 'graph-5xx', 'webhooks-repeated', 'webhooks-disordered'], ['worker-kill']];

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const isRedisThere = hasRedis();
  if (!isRedisThere) say('Redis leg: not run, there is no redis-server on this machine.');
  const verdicts: Verdict[] = [];
  for (const seed of options.seeds) {
    const withRedis = isRedisThere && wantsRedis(options, seed);
    say(`seed ${seed}, queue in ${withRedis ? 'Redis' : 'PostgreSQL'}`);
    const rounds = planRounds(options, withRedis);
    const size = options.isShort ? short : full;
    const { firstPort } = options;
    verdicts.push(...(await runSeed({ seed, rounds, size, withRedis, firstPort, say })));
  }
  say(`\n${formatTable(verdicts)}\n`);
  say(invariants.map(({ number, title }) => `${number} ${title}`).join(' · '));
  const failed = verdicts.filter(({ violations }) => violations.length > 0).length;
  if (failed > 0) say(`\n${formatViolations(verdicts)}`);
  say(`\n${verdicts.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function wantsRedis({ queue }: Options, seed: number): boolean {
  return queue === 'by-seed' ? seed % 2 === 1 : queue === 'redis';
}

/** Faults of single accounts share a round, those of the installation have one each. */
function planRounds({ faults: wanted, isShort }: Options, withRedis: boolean): Fault[][] {
  const known = faults.filter(({ needsRedis = false }) => withRedis || !needsRedis);
  const unknown = wanted.filter((name) => faults.every((fault) => fault.name !== name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no fault ${unknown.join(', ')}. Faults: ${faults.map(({ name }) => name).join(', ')}.`,
    );
  }
  if (isShort) return shortRounds.map((names) => known.filter(({ name }) => names.includes(name)));
  const chosen = known.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const ofAccounts = chosen.filter(({ scope }) => scope === 'account');
  const ofAll = chosen.filter(({ scope }) => scope === 'installation').map((fault) => [fault]);
  return [...(ofAccounts.length > 0 ? [ofAccounts] : []), ...ofAll];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

// Ended outright everywhere here: children that were just killed and their open pipes would keep this process alive.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    killAllChildren();
    process.exit(130);
  });
}

main().then(
  (code) => {
    killAllChildren();
    process.exit(code);
  },
  (error: unknown) => {
    killAllChildren();
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
