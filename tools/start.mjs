import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeProblem } from './program/check-node.mjs';

const problem = nodeProblem(process.versions.node);
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

// Loaded only now: a Node that is too old might not even read the rest.
const { prepare } = await import('./program/prepare.mjs');
const { runProgram } = await import('./program/run-program.mjs');
const { runTool } = await import('./program/say.mjs');

const root = dirname(dirname(fileURLToPath(import.meta.url)));

runTool(async () => {
  await prepare(root);
  return runProgram(join(root, 'dist', 'apps', 'server', 'main.mjs'), process.argv.slice(2), { cwd: root });
});
