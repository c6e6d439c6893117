import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, ensureDirectory, errorCode } from '@instaflow/platform';

/** Everything an embedded server keeps, all under one folder. */
export type ClusterFiles = {
  directory: string;
  /** The cluster itself, owned by the account PostgreSQL runs under. */
  data: string;
  /** Port and password. */
  state: string;
  log: string;
  /** One file for each process that uses the server. */
  users: string;
  lock: string;
};

export type ClusterState = { password: string; port: number | null };

const stateSchema = z.object({ password: z.string().min(16), port: z.int().nullable() });

/** Names the files and creates their folder. Throws AppError `data_dir_not_usable`. */
export function prepareClusterFiles(directory: string): ClusterFiles {
  const files = {
    directory,
    data: join(directory, 'data'),
    state: join(directory, 'server.json'),
    log: join(directory, 'server.log'),
    users: join(directory, 'users'),
    lock: join(directory, 'lock'),
  };
  try {
    ensureDirectory(files.users);
    // Creating a folder that exists proves nothing about writing into it.
    writeFileSync(join(files.users, 'probe'), '');
  } catch (cause) {
    throw notWritable(directory, cause);
  }
  return files;
}

/** Reads port and password; the first call decides the password. */
export function loadClusterState(files: ClusterFiles): ClusterState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(files.state, 'utf8')));
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw damaged(files, cause);
  }
  const state = { password: randomBytes(24).toString('base64url'), port: null };
  saveClusterState(files, state);
  return state;
}

export function saveClusterState(files: ClusterFiles, state: ClusterState): void {
  const draft = `${files.state}.new`;
  writeFileSync(draft, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(draft, files.state);
}

export function notWritable(directory: string, cause: unknown): AppError {
  const reason = errorCode(cause) ?? 'unknown reason';
  return new AppError({
    code: 'data_dir_not_usable',
    kind: 'operational',
    message: `The folder ${directory} for the embedded PostgreSQL cannot be written to (${reason}). Make it writable, free some space, or set DATA_DIR or DATABASE_URL.`,
    cause,
  });
}

function damaged(files: ClusterFiles, cause: unknown): AppError {
  return new AppError({
    code: 'embedded_postgres_damaged',
    kind: 'operational',
    message: `${files.state} cannot be read. It holds the password of the embedded PostgreSQL in ${files.directory}: restore it from a backup.`,
    cause,
  });
}
