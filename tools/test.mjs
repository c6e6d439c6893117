import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './program/prepare.mjs';
import { Problem, runTool, seconds } from './program/say.mjs';
import { stages, steps, sum } from './program/test-steps.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

runTool(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => steps[name] === undefined);
  if (unknown.length > 0) {
    throw new Problem(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}.`);
  }
  await prepare(root, { withBuild: false });
  const results = [];
  for (const lanes of stages) {
    await Promise.all(
      lanes.map((lane) =>
        runLane(
          lane.filter((name) => isWanted(name, wanted)),
          results,
        ),
      ),
    );
  }
  const { passed, failed } = sum(results);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

function isWanted(name, wanted) {
  return wanted.length === 0 || wanted.includes(name);
}

async function runLane(names, results) {
  for (const name of names) {
    const startedAt = Date.now();
    process.stdout.write(`… ${name}\n`);
    const result = await steps[name](root);
    results.push(result);
    const took = seconds(Date.now() - startedAt);
    if (result.failed === 0) {
      process.stdout.write(`✓ ${name}: ${result.passed} passed (${took})${notices(result.output)}\n`);
    } else {
      process.stdout.write(`${result.output.trimEnd()}\n✗ ${name}: ${result.failed} failed (${took})\n`);
    }
  }
}

/** What a run leaves out on this machine is said by name, not hidden in a skipped test. */
function notices(output) {
  const lines = output.split('\n').filter((line) => /^[\w ]+ leg: /.test(line));
  return lines.length === 0 ? '' : `; ${lines.join('; ')}`;
}
