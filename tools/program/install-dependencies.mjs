import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { Problem, explainFileError, say, seconds } from './say.mjs';

/** Whether `node_modules` is what the lock file asks for. */
export function areDependenciesInstalled(root) {
  const stamp = stampFile(root);
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash(root);
  return isInstalledByHand(root);
}

/** Installs exactly what the lock file says. Throws a Problem with npm's last words. */
export async function installDependencies(root) {
  say('Installing dependencies (a few minutes the first time) …');
  const startedAt = Date.now();
  // Building needs the development tools, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const { code, output } = await runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (code !== 0) {
    const lastWords = output.trim().split('\n').slice(-15).join('\n');
    throw new Problem(`The dependencies could not be installed. npm says:\n${lastWords}`);
  }
  try {
    writeFileSync(stampFile(root), lockHash(root));
  } catch (error) {
    throw explainFileError(error, join(root, 'node_modules'));
  }
  say(`Dependencies installed in ${seconds(Date.now() - startedAt)}.`);
}

function stampFile(root) {
  return join(root, 'node_modules', '.instaflow-installed');
}

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Somebody ran `npm ci`: npm's own record of what it installed agrees with the lock file. */
function isInstalledByHand(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const paths = Object.keys(wanted).filter((path) => path !== '');
  const isAsWanted = (path) => {
    const found = installed[path];
    return found === undefined ? isOptional(wanted[path]) : found.version === wanted[path].version;
  };
  if (!paths.every(isAsWanted)) return false;
  try {
    writeFileSync(stampFile(root), lockHash(root));
  } catch {
    // A folder that cannot be written to is compared again next time.
  }
  return true;
}

function isOptional(entry) {
  return Boolean(entry.optional ?? entry.devOptional ?? entry.peer);
}
