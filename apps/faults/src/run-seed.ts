import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from './evidence/evidence';
import type { Fault } from './faults/fault';
import { judge, type Verdict } from './judge';
import { startInstallation } from './processes/installation';
import { createRandom } from './random';
import { runRound, type Size } from './run-round';

/** Runs rounds of faults on an installation of their own; the folder is kept when something was violated. */
export async function runSeed(options: {
  seed: number;
  rounds: readonly (readonly Fault[])[];
  size: Size;
  withRedis: boolean;
  firstPort: number;
  say: (line: string) => void;
}): Promise<Verdict[]> {
  const { seed, rounds, size, withRedis, firstPort, say } = options;
  const directory = mkdtempSync(join(tmpdir(), `instaflow-faults-${seed}-`));
  const installation = await startInstallation({ directory, withRedis, seed, firstPort });
  const verdicts: Verdict[] = [];
  try {
    for (const faults of rounds) {
      const names = faults.map(({ name }) => name).join(', ');
      const startedAt = Date.now();
      const random = createRandom(seed).fork(names);
      const evidence = await runRound(installation, { faults, random, size });
      const judged = evidence.map((one) => judge(one, seed));
      keepEvidence(directory, evidence, judged);
      verdicts.push(...judged);
      say(`  ${names}: ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
    }
  } finally {
    await installation.stop();
  }
  const isClean = verdicts.every(({ violations }) => violations.length === 0);
  if (isClean) rmSync(directory, { recursive: true, force: true });
  else say(`  Logs and evidence: ${directory}`);
  return verdicts;
}

/** For the person who looks for the cause. */
function keepEvidence(directory: string, evidence: readonly Evidence[], verdicts: readonly Verdict[]): void {
  mkdirSync(join(directory, 'evidence'), { recursive: true });
  evidence.forEach((one, index) => {
    if (verdicts[index]?.violations.length === 0) return;
    const file = join(directory, 'evidence', `${one.fault}.json`);
    writeFileSync(file, JSON.stringify({ ...one, summaries: [...one.summaries] }, null, 1));
  });
}
