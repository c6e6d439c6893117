import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { AppError } from '@instaflow/platform';
import { notWritable, type ClusterFiles } from './cluster-files';
import type { PostgresBinaries } from './postgres-binaries';
import type { ServerAccount } from './server-account';
import { serverCommand } from './server-command';
import { serverEnvironment } from './server-environment';

export type ServerSettings = Readonly<Record<string, string>>;

export type LaunchedServer = { pid: number; hasExited(): boolean; lastWords(): string };

/** Starts the server program on the cluster. It outlives a killed parent; the next start finds it. */
export function launchServer(options: {
  files: ClusterFiles;
  binaries: PostgresBinaries;
  account: ServerAccount | null;
  port: number;
  settings: ServerSettings;
}): LaunchedServer {
  const { files, port } = options;
  const settings = { ...networkSettings, ...sizeSettings, ...options.settings, port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(files);
  // A process group of its own: Ctrl-C in the terminal reaches us alone, and we stop the server when we are done.
  const command = serverCommand({
    program: options.binaries.postgres,
    args: ['-D', files.data, ...flags],
    account: options.account,
    directory: files.data,
  });
  const child = spawn(command.program, command.args, {
    ...command.identity,
    env: serverEnvironment(),
    cwd: files.directory,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let exited = false;
  child.on('error', () => (exited = true));
  child.on('exit', () => (exited = true));
  child.unref();
  return {
    pid: child.pid ?? 0,
    hasExited: () => exited,
    lastWords: () => readFileSync(files.log, 'utf8').trim().split('\n').slice(-3).join(' '),
  };
}

/** A free port on this machine, the wanted one if possible. */
export async function choosePort(wanted: number | null): Promise<number> {
  if (wanted !== null && (await tryPort(wanted)) !== null) return wanted;
  const port = await tryPort(0);
  if (port !== null) return port;
  throw new AppError({
    code: 'no_free_port',
    kind: 'operational',
    message:
      'No port is free on this machine for the embedded PostgreSQL. Set DATABASE_URL to a PostgreSQL server.',
  });
}

const networkSettings = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

const sizeSettings = {
  shared_buffers: '256MB',
  max_connections: '200',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Compiling a plan costs more than our short statements take.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // A failed statement may hold what customers wrote.
  log_min_error_statement: 'panic',
};

// Started afresh each time: PostgreSQL's own words about this run, read when it does not come up.
function openLog(files: ClusterFiles): number {
  try {
    return openSync(files.log, 'w', 0o600);
  } catch (cause) {
    throw notWritable(files.directory, cause);
  }
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}
