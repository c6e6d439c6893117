import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@instaflow/platform';
import { notWritable, type ClusterFiles } from './cluster-files';
import type { PostgresBinaries } from './postgres-binaries';
import type { ServerAccount } from './server-account';
import { serverCommand } from './server-command';
import { serverEnvironment } from './server-environment';

const majorVersion = '18';

/**
 * Creates the cluster if it does not exist. It is made beside its place and moved there when complete, so that an
 * interrupted first start leaves nothing half done.
 */
export async function initialiseCluster(options: {
  files: ClusterFiles;
  binaries: PostgresBinaries;
  account: ServerAccount | null;
  password: string;
  isDurable: boolean;
}): Promise<void> {
  const { files, account } = options;
  if (existsSync(join(files.data, 'PG_VERSION'))) return assertVersion(files);
  const draft = `${files.data}.new`;
  const passwordFile = join(files.directory, 'initial-password');
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (account !== null) {
      chownSync(draft, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
  } catch (cause) {
    throw notWritable(files.directory, cause);
  }
  try {
    await runInitdb({ ...options, draft, passwordFile });
    renameSync(draft, files.data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function assertVersion(files: ClusterFiles): void {
  const found = readFileSync(join(files.data, 'PG_VERSION'), 'utf8').trim();
  if (found === majorVersion) return;
  throw new AppError({
    code: 'embedded_postgres_version',
    kind: 'operational',
    message: `The data in ${files.data} belongs to PostgreSQL ${found}, this program brings ${majorVersion}. Dump it with the old version and restore it, or set DATA_DIR to another folder.`,
  });
}

async function runInitdb(options: {
  binaries: PostgresBinaries;
  account: ServerAccount | null;
  isDurable: boolean;
  files: ClusterFiles;
  draft: string;
  passwordFile: string;
}): Promise<void> {
  // The built-in locale sorts by code point on every system alike: an upgrade of the system cannot break an index.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${options.passwordFile}`];
  const sync = options.isDurable ? [] : ['--no-sync'];
  const command = serverCommand({
    program: options.binaries.initdb,
    args: ['-D', options.draft, ...locale, ...access, ...sync],
    account: options.account,
    directory: options.draft,
  });
  const child = spawn(command.program, command.args, {
    ...command.identity,
    env: serverEnvironment(),
    cwd: options.files.directory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  await new Promise<void>((resolve, reject) => {
    child.on('error', (error) => reject(initdbFailed(options.files.directory, error.message)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(initdbFailed(options.files.directory, output.trim().split('\n').slice(-3).join(' ')));
    });
  });
}

function initdbFailed(directory: string, reason: string): AppError {
  return new AppError({
    code: 'embedded_postgres_failed',
    kind: 'operational',
    message: `The embedded PostgreSQL could not be set up in ${directory}: ${reason}. The folder must be reachable for the account it runs under and have about 100 MB of space; or set DATABASE_URL.`,
  });
}
