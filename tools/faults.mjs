import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTargets, faultsTarget } from './program/build-targets.mjs';
import { prepare } from './program/prepare.mjs';
import { runProgram } from './program/run-program.mjs';
import { runTool } from './program/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const broken = ['server', 'simulator'];

runTool(async () => {
  const targets = [...buildTargets.filter(({ name }) => broken.includes(name)), faultsTarget];
  await prepare(root, { targets });
  return runProgram(join(root, faultsTarget.output), process.argv.slice(2), { cwd: root });
});
