import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDatabase,
  dropDatabase,
  listDatabases,
  migrate,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@instaflow/db';
import { createLogger } from '@instaflow/platform';
import { hasRedisServer } from '../has-redis-server';
import { announceTestServer } from '../test-server';

type Running = { serverUrl: string; template: string; embedded: EmbeddedPostgres | null };

let running: Running | undefined;

/** Starts or joins the test server of this checkout and migrates a template. `TEST_DATABASE_URL` names another server. */
export async function startTestServer(): Promise<void> {
  const external = process.env['TEST_DATABASE_URL'];
  const embedded = external ? null : await startOrRebuild();
  const serverUrl = external ? external : embedded?.url;
  if (serverUrl === undefined) throw new Error('No PostgreSQL server for the tests.');
  if (embedded?.isOwner) await dropLeftovers(serverUrl);
  const template = `${templatePrefix}${process.pid}_${randomBytes(3).toString('hex')}`;
  running = { serverUrl, template, embedded };
  await migrate(await createDatabase(serverUrl, template));
  announceTestServer({ serverUrl, template });
  if (!hasRedisServer()) process.stdout.write('Redis leg: no redis-server on this machine\n');
}

/** Drops the template and leaves the server. */
export async function stopTestServer(): Promise<void> {
  if (running === undefined) return;
  const { serverUrl, template, embedded } = running;
  running = undefined;
  for (const name of await listDatabases(serverUrl, template))
    await dropDatabase(serverUrl, name, { force: true });
  await embedded?.stop();
}

const templatePrefix = 'instaflow_test_';

// Runs side by side share the server. It writes without care for a power cut: what is broken is made anew.
async function startOrRebuild(): Promise<EmbeddedPostgres> {
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
  const directory = join(tmpdir(), `instaflow-test-postgres-${checkout}`);
  const start = () =>
    startEmbeddedPostgres({ directory, log: createLogger({ level: 'silent' }), isDurable: false });
  try {
    return await start();
  } catch {
    rmSync(directory, { recursive: true, force: true });
    return start();
  }
}

/** Databases of runs that were killed. */
async function dropLeftovers(serverUrl: string): Promise<void> {
  for (const name of await listDatabases(serverUrl, templatePrefix)) {
    await dropDatabase(serverUrl, name, { force: true });
  }
}
