import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(tmpdir(), 'instaflow-peers');

/** Folder of one other program, outside the project; what was installed there before is used again. */
export const peerFolder = (name) => {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

/**
 * Installs `package` (as `name@version`) into its folder unless it is there. `overrides` replace dependencies that the
 * package pins and the registry does not have. Throws with npm's own words when it does not install.
 */
export const installPeer = async ({ folder, packageName, version, overrides = {}, flags = [], env = {} }) => {
  if (existsSync(join(folder, 'node_modules', packageName, 'package.json'))) return folder;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides }));
  const base = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
  process.stderr.write(`  installing ${packageName}@${version} into ${folder}\n`);
  await run('npm', [...base, ...flags, `${packageName}@${version}`], {
    cwd: folder,
    env: { ...process.env, ...env },
    maxBuffer: 64_000_000,
  });
  return folder;
};

/** A Node of at least 22.9: the one that runs this, or one from the registry. */
export const recentNode = async () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 9)) return process.execPath;
  const folder = await installPeer({ folder: peerFolder('node-24'), packageName: 'node', version: '24' });
  return join(folder, 'node_modules', 'node', 'bin', 'node');
};

/** The environment in which `node` is the given program, for scripts that look it up. */
export const withNode = (node) => ({ PATH: `${dirname(node)}:${process.env.PATH}` });
