import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedDatabaseUrl } from '../embedded-database.mjs';
import { createApi, installAccounts, longWaitFlow } from '../installation.mjs';
import { residentMegabytes, startServer } from '../server-process.mjs';
import { round } from '../statistics.mjs';
import { createWebhookLoad, textEvent } from '../webhook-load.mjs';
import { fillInstallation } from './fill-installation.mjs';

/** Who owns the accounts of a filled installation. */
export const ownerEmail = 'bench-scale@example.com';
export const leastWaiting = 2_000;

/** As the owner of the tables. A server that stops before its client does is no error of ours. */
export const connectTo = async (dataDirectory) => {
  const client = new pg.Client({ connectionString: embeddedDatabaseUrl(dataDirectory) });
  client.on('error', (error) => process.stderr.write(`  database: ${error.message}\n`));
  await client.connect();
  return client;
};

const recordOf = (folder) => join(folder, 'bench-scale.json');

/** What an earlier run filled `folder` with, or null. */
export const findFilled = (folder) =>
  folder !== undefined && existsSync(recordOf(folder))
    ? JSON.parse(readFileSync(recordOf(folder), 'utf8'))
    : null;

/** Accounts whose flow waits for months, each with one real person standing in it. */
const beginIn = async ({ server, stub, accounts }) => {
  const api = await createApi(server.url, ownerEmail);
  const userIds = await installAccounts({ api, count: accounts, flowDefinition: longWaitFlow });
  const load = createWebhookLoad({ url: server.url, secret: server.secrets.appSecret, connections: 8 });
  const events = userIds.map((userId, index) =>
    textEvent({ userId, igsid: String(900_000_000_000_000 + index), mid: `first-${index}`, text: 'hello' }),
  );
  await load.closedLoop(events, 8);
  await load.close();
  await stub.reached(accounts, 60_000);
};

const untilAllWait = async (client, accounts) => {
  for (let standing = 0; standing < accounts;) {
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM flow_run WHERE status = 'waiting'`);
    standing = rows[0].n;
  }
};

/** Until the program has counted the hours that were filled in, which it does in the background. Answers the seconds it took. */
export const untilHoursCounted = async (client) => {
  const startedAt = performance.now();
  for (;;) {
    const { rows } = await client.query(
      `SELECT counted_until > now() - interval '5 hours' AS "isDone" FROM figures_position`,
    );
    if (rows[0].isDone) return round((performance.now() - startedAt) / 1000, 0);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
};

const sizesOf = ({ waiting = 1_000_000, messages = 10_000_000, contacts = 1_000_000, accounts = 100 }) => {
  if (waiting > contacts || waiting < leastWaiting)
    throw new Error(`--waiting must lie between ${leastWaiting} and --contacts`);
  return { accounts, contacts, waiting, messages };
};

/**
 * An installation of the given size in `options.folder` or a new folder, its program running. Answers what it was filled
 * with, which a later run on the same folder finds again.
 */
export const fillNew = async ({ stub, env, options }) => {
  const sizes = sizesOf(options);
  const server = await startServer({ env, ...(options.folder ? { dataDirectory: options.folder } : {}) });
  try {
    await beginIn({ server, stub, accounts: sizes.accounts });
    const emptyMb = round(residentMegabytes(server.pid), 0);
    const client = await connectTo(server.dataDirectory);
    try {
      await untilAllWait(client, sizes.accounts);
      await fillInstallation({ client, ...sizes });
      await client.query('CHECKPOINT');
    } finally {
      await client.end();
    }
    const filled = { ...sizes, emptyMb };
    writeFileSync(recordOf(server.dataDirectory), JSON.stringify(filled));
    return { server, filled };
  } catch (error) {
    await server.stop({ keepData: options.folder !== undefined });
    throw error;
  }
};
