import { setTimeout as pause } from 'node:timers/promises';
import { AppError, type Logger } from '@instaflow/platform';
import { loadClusterState, prepareClusterFiles, saveClusterState, type ClusterFiles } from './cluster-files';
import { withFileLock } from './file-lock';
import { initialiseCluster } from './initialise-cluster';
import { choosePort, launchServer, type LaunchedServer, type ServerSettings } from './launch-server';
import { findPostgresBinaries } from './postgres-binaries';
import { findPostmaster, stopPostmaster } from './postmaster';
import { findServerAccount } from './server-account';
import { databaseUrl, ensureDatabase, probeServer } from './server-connection';
import { enterServer, hasOtherUsers, leaveServer } from './server-users';

export type EmbeddedPostgres = {
  /** Connection string of the database `instaflow`. Stays the same while this process uses the server. */
  url: string;
  /** Whether `stop` would end the server: no other live process uses it. */
  readonly isOwner: boolean;
  /** Leaves the server; the last process to leave ends it (fast shutdown). Idempotent. */
  stop(): Promise<void>;
};

/**
 * A real PostgreSQL 18 under `directory`, reachable on 127.0.0.1 with a random password. Processes that name the same
 * folder share one server; one left behind by a killed process is found and adopted; one that dies is started again.
 * `isDurable: false` trades safety for speed: for tests only. Throws AppError with a sentence for the operator.
 */
export async function startEmbeddedPostgres(options: {
  directory: string;
  log: Logger;
  isDurable?: boolean;
}): Promise<EmbeddedPostgres> {
  const files = prepareClusterFiles(options.directory);
  const cluster = { files, log: options.log, isDurable: options.isDurable ?? true };
  const url = await withFileLock(files.lock, lockPatienceMs, async () => {
    try {
      const address = await ensureRunning(cluster);
      enterServer(files);
      await ensureDatabase(address, 'instaflow');
      return databaseUrl(address, 'instaflow');
    } catch (error) {
      await endUnlessShared(files);
      throw error;
    }
  });
  const stopWatching = restartWhenGone(cluster);
  let stopping: Promise<void> | undefined;
  return {
    url,
    get isOwner() {
      return !hasOtherUsers(files);
    },
    stop: () => {
      stopping ??= stopWatching().then(() => leave(cluster));
      return stopping;
    },
  };
}

type Cluster = { files: ClusterFiles; log: Logger; isDurable: boolean };

const lockPatienceMs = 120_000;
const startPatienceMs = 90_000;

async function ensureRunning({
  files,
  log,
  isDurable,
}: Cluster): Promise<{ port: number; password: string }> {
  const state = loadClusterState(files);
  const found = await attach(files, state.password);
  if (found !== null) return { port: found, password: state.password };
  const binaries = findPostgresBinaries();
  const account = await findServerAccount();
  await initialiseCluster({ files, binaries, account, password: state.password, isDurable });
  const settings = isDurable ? {} : fastSettings;
  const port = await choosePort(state.port);
  const address = { port, password: state.password };
  saveClusterState(files, address);
  await becomeReady(() => launchServer({ files, binaries, account, port, settings }), address);
  log.info({ port, directory: files.directory }, 'The embedded PostgreSQL is running.');
  return address;
}

/** The port of a server that already runs on the cluster; null when there is none, also after waiting for its end. */
async function attach(files: ClusterFiles, password: string): Promise<number | null> {
  const giveUpAt = Date.now() + startPatienceMs;
  for (;;) {
    const postmaster = findPostmaster(files);
    if (postmaster === null) return null;
    const answer = await probeServer({ port: postmaster.port, password });
    if (answer === 'ready') return postmaster.port;
    if (answer === 'foreign' || Date.now() > giveUpAt) throw notOurs(files, postmaster.pid);
    await pause(100);
  }
}

async function becomeReady(
  launch: () => LaunchedServer,
  address: { port: number; password: string },
): Promise<void> {
  const giveUpAt = Date.now() + startPatienceMs;
  let server = launch();
  for (;;) {
    const answer = await probeServer(address);
    if (answer === 'ready' && !server.hasExited()) return;
    if (server.hasExited()) {
      // Helpers of a server that was killed need a moment until they notice.
      const isPredecessorEnding = /still in use|pre-existing shared memory/.test(server.lastWords());
      if (!isPredecessorEnding || Date.now() > giveUpAt) throw failed(server.lastWords());
      await pause(250);
      server = launch();
    }
    if (Date.now() > giveUpAt) throw failed('it did not become ready in time');
    await pause(30);
  }
}

/** A server that was killed comes back on the same port, so that every pool reconnects by itself. */
function restartWhenGone(cluster: Cluster): () => Promise<void> {
  let isStopped = false;
  let current: Promise<void> = Promise.resolve();
  let isChecking = false;
  const check = async () => {
    if (isStopped || isChecking || findPostmaster(cluster.files) !== null) return;
    isChecking = true;
    try {
      cluster.log.warn('The embedded PostgreSQL has ended unexpectedly and is started again.');
      await withFileLock(cluster.files.lock, lockPatienceMs, async () => {
        if (!isStopped) await ensureRunning(cluster);
      });
    } catch (error) {
      cluster.log.error({ err: error }, 'The embedded PostgreSQL could not be started again.');
    } finally {
      isChecking = false;
    }
  };
  const timer = setInterval(() => {
    if (!isChecking) current = check();
  }, 1_000);
  timer.unref();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await current;
  };
}

async function leave({ files, log }: Cluster): Promise<void> {
  await withFileLock(files.lock, lockPatienceMs, async () => {
    if (await endUnlessShared(files)) log.info('The embedded PostgreSQL has stopped.');
  });
}

async function endUnlessShared(files: ClusterFiles): Promise<boolean> {
  leaveServer(files);
  if (hasOtherUsers(files)) return false;
  await stopPostmaster(files, 5_000);
  return true;
}

const fastSettings: ServerSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

function notOurs(files: ClusterFiles, pid: number): AppError {
  return new AppError({
    code: 'embedded_postgres_foreign',
    kind: 'operational',
    message: `A PostgreSQL server (process ${pid}) runs on ${files.data} but does not answer with the password in ${files.state}. Stop that process and start again.`,
  });
}

function failed(reason: string): AppError {
  return new AppError({
    code: 'embedded_postgres_failed',
    kind: 'operational',
    message: `The embedded PostgreSQL does not start: ${reason}. Free some memory or disk space, or set DATABASE_URL to a PostgreSQL server.`,
  });
}
