import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildTargets, stampFile } from './build-targets.mjs';
import { hashSources } from './hash-sources.mjs';
import { runCommand } from './run-command.mjs';
import { Problem, explainFileError, say, seconds } from './say.mjs';

/** The targets whose sources changed since they were built, each with the hash of its sources. */
export function listOutdatedTargets(root, targets = buildTargets) {
  const stamps = readStamps(root);
  return targets
    .map((target) => ({ ...target, hash: hashSources(root, target) }))
    .filter(({ name, hash, output }) => stamps[name] !== hash || !existsSync(join(root, output)));
}

/** Builds targets, two at a time. Throws a Problem with the builder's output when one fails. */
export async function buildOutdated(root, targets) {
  const waiting = [...targets];
  const worker = async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift())
      await build(root, target);
  };
  await Promise.all([worker(), worker()]);
}

async function build(root, target) {
  say(`Building ${target.name} …`);
  const startedAt = Date.now();
  // A build that is interrupted must not look like a finished one.
  writeStamps(root, { [target.name]: undefined });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await runCommand(process.execPath, [vite, ...target.args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  });
  if (code !== 0) throw new Problem(`Building ${target.name} failed:\n${output.trim()}`);
  writeStamps(root, { [target.name]: target.hash });
  say(`Built ${target.name} in ${seconds(Date.now() - startedAt)}.`);
}

function readStamps(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    // Missing or damaged: everything is built again.
    return {};
  }
}

function writeStamps(root, changes) {
  const file = stampFile(root);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ ...readStamps(root), ...changes }, null, 2));
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw explainFileError(error, dirname(file));
  }
}
