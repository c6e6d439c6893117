import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOutdated, listOutdatedTargets } from './build.mjs';
import { runCommand } from './run-command.mjs';

const minutes = 60_000;

/**
 * The steps of `npm test`, each a function that answers `{passed, failed, output}`; a static check counts as one test.
 * `lanes` run one after the other, the steps inside a lane too, but the lanes of one stage side by side.
 */
export const stages = [[['lint'], ['types', 'format', 'unit']], [['medium']], [['build', 'e2e', 'faults']]];

export const steps = {
  format: (root) => check(root, ['prettier', 'bin/prettier.cjs'], ['--check', '--log-level', 'warn', '.']),
  lint: (root) => check(root, ['eslint', 'bin/eslint.js'], ['.', '--max-warnings', '0']),
  // TypeScript 7 checks in a tenth of the time; the linter still wants the API of 6.
  types: async (root) => {
    const projects = ['tsconfig.pure.json', 'tsconfig.node.json', 'tsconfig.web.json'];
    const results = [];
    for (const project of projects)
      results.push(await check(root, ['typescript-native', 'bin/tsc'], ['-p', project]));
    return sum(results);
  },
  unit: (root) => jest(root, 'unit', ['--maxWorkers=2']),
  medium: (root) => jest(root, 'medium', ['--maxWorkers=2']),
  build: async (root) => {
    try {
      await buildOutdated(root, listOutdatedTargets(root));
      return { passed: 1, failed: 0, output: '' };
    } catch (error) {
      return { passed: 0, failed: 1, output: error.message };
    }
  },
  e2e: (root) => jest(root, 'e2e', ['--runInBand']),
  faults: (root) => faults(root, ['--short']),
};

/** Adds up results. */
export function sum(results) {
  return {
    passed: results.reduce((total, { passed }) => total + passed, 0),
    failed: results.reduce((total, { failed }) => total + failed, 0),
    output: results
      .filter(({ failed }) => failed > 0)
      .map(({ output }) => output)
      .join('\n'),
  };
}

async function check(root, [packageName, program], args) {
  const { code, output } = await runTool(root, join(root, 'node_modules', packageName, program), args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

async function jest(root, project, args) {
  const file = join(mkdtempSync(join(tmpdir(), 'instaflow-jest-')), `${project}.json`);
  const common = ['--passWithNoTests', '--json', `--outputFile=${file}`];
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { code, output } = await runTool(root, program, [...args, ...common, '--selectProjects', project]);
  const counts = countTests(file);
  // A run that broke off, or a file that could not even be loaded, is a failure of its own.
  const isUnexplained = code !== 0 && counts.failed === 0;
  return {
    passed: counts.passed,
    failed: counts.failed + (isUnexplained ? 1 : 0),
    output: withoutJson(output),
  };
}

/** Each fault that the program survived counts as one test. */
async function faults(root, args) {
  const { code, output } = await runTool(root, join(root, 'tools', 'faults.mjs'), args);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [null, '0', '0'];
  const isUnexplained = code !== 0 && failed === '0';
  return { passed: Number(passed), failed: Number(failed) + (isUnexplained ? 1 : 0), output };
}

function countTests(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    };
  } catch {
    // No report: the caller counts the run itself as failed.
    return { passed: 0, failed: 0 };
  }
}

// With --json Jest prints the report, one endless line, although it also writes it to the file.
function withoutJson(output) {
  return output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailedTestSuites"'))
    .join('\n');
}

function runTool(root, file, args) {
  return runCommand(process.execPath, [file, ...args], {
    cwd: root,
    timeout: 20 * minutes,
    killSignal: 'SIGKILL',
    env: { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0', NODE_ENV: 'test' },
  });
}
