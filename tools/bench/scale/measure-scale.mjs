import pg from 'pg';
import { embeddedDatabaseUrl } from '../embedded-database.mjs';
import { startGraphStub } from '../graph-stub.mjs';
import { createApi, installAccounts, logIn, longWaitFlow } from '../installation.mjs';
import { residentMegabytes, startServer } from '../server-process.mjs';
import { percentile, round } from '../statistics.mjs';
import { createWebhookLoad, textEvent } from '../webhook-load.mjs';
import { fillInstallation } from './fill-installation.mjs';
import { dropHelpers, moveWaits } from './fill-sql.mjs';
import { measureReads, measureSegmentCount } from './read-times.mjs';

const dueCount = 2_000;
const dueSeconds = 20;
const startUpPatienceMs = 45_000;
const email = 'bench-scale@example.com';

const connect = async (dataDirectory) => {
  const client = new pg.Client({ connectionString: embeddedDatabaseUrl(dataDirectory) });
  await client.connect();
  return client;
};

/** Accounts whose flow waits for months, each with one real person standing in it. */
const begin = async ({ stub, env, accounts }) => {
  const server = await startServer({ env });
  const api = await createApi(server.url, email);
  const userIds = await installAccounts({ api, count: accounts, flowDefinition: longWaitFlow });
  const load = createWebhookLoad({ url: server.url, secret: server.secrets.appSecret, connections: 8 });
  const events = userIds.map((userId, index) =>
    textEvent({ userId, igsid: String(900_000_000_000_000 + index), mid: `first-${index}`, text: 'hello' }),
  );
  await load.closedLoop(events, 8);
  await load.close();
  await stub.reached(accounts, 60_000);
  const client = await connect(server.dataDirectory);
  for (let standing = 0; standing < accounts;) {
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM flow_run WHERE status = 'waiting'`);
    standing = rows[0].n;
  }
  return { server, client };
};

/** Largest and middle account, with conversations to read. */
const sampleAccounts = async (client, accounts) => {
  const { rows } = await client.query(
    `SELECT b.account_id AS "accountId", b.workspace_id AS "workspaceId",
            (SELECT count(*)::int FROM bench_person p WHERE p.rank = b.rank) AS contacts,
            ARRAY(SELECT p.conversation_id FROM bench_person p WHERE p.rank = b.rank ORDER BY md5(p.n::text) LIMIT 50)
              AS "conversationIds"
     FROM bench_account b WHERE b.rank = ANY ($1::int[]) ORDER BY b.rank`,
    [[1, Math.ceil(accounts / 2)]],
  );
  return { largest: rows[0], middle: rows.at(-1) };
};

/** Plans the due waits, starts the program anew on the full database and answers how late each person was written to. */
const measureWakes = async ({ server, client, stub, env, waiting }) => {
  await client.query('CHECKPOINT');
  const firstDue = Date.now() + startUpPatienceMs;
  const [create, ...rest] = moveWaits({ waiting, count: dueCount, overSeconds: dueSeconds });
  await client.query(create.replace('$1', `'${new Date(firstDue).toISOString()}'`));
  for (const statement of rest) await client.query(statement);
  const { rows } = await client.query(
    `SELECT c.instagram_user_id AS person, extract(epoch FROM d.due_at)::float8 * 1000 AS "dueAt"
     FROM bench_due d JOIN contact c ON c.id = d.contact_id`,
  );
  await client.query('ANALYZE contact_wake');
  await client.end();
  await server.stop({ keepData: true });
  stub.reset();
  const again = await startServer({ env, dataDirectory: server.dataDirectory });
  if (Date.now() > firstDue) throw new Error('the program was not up again before the first wait fell due');
  const idleMb = residentMegabytes(again.pid);
  await stub.reached(rows.length, startUpPatienceMs + dueSeconds * 1_000 + 60_000);
  const arrivedAt = new Map(
    stub.arrivals.map(({ recipient, at }) => [recipient, performance.timeOrigin + at]),
  );
  const lags = rows.map(({ person, dueAt }) => arrivedAt.get(person) - dueAt);
  return {
    server: again,
    figures: {
      startMs: round(again.startUpMs, 0),
      idleMb: round(idleMb, 0),
      afterWakesMb: round(residentMegabytes(again.pid), 0),
      lagP50Ms: round(percentile(lags, 0.5), 0),
      lagP99Ms: round(percentile(lags, 0.99), 0),
      lagMaxMs: round(Math.max(...lags), 0),
    },
  };
};

const measureAccounts = async ({ server, client, samples }) => {
  const api = await logIn(server.url, email);
  const figures = {};
  for (const [name, sample] of Object.entries(samples)) {
    figures[`${name}, ${sample.contacts} contacts: [p50, p95] ms`] = {
      ...(await measureReads({ api, ...sample })),
      segmentCountSql: await measureSegmentCount({ client, ...sample }),
    };
  }
  return figures;
};

const databaseSize = async (client) => {
  const { rows } = await client.query('SELECT pg_database_size(current_database())::float8 / 1e9 AS gb');
  return round(rows[0].gb);
};

/**
 * Wake-ups among a million waits, and what people look at, on an installation of that size. `--keep 1` leaves the data
 * folder behind and prints it.
 */
export const measureScale = async ({ env, options }) => {
  const { waiting = 1_000_000, messages = 10_000_000, contacts = 1_000_000, accounts = 100 } = options;
  if (waiting > contacts || waiting < dueCount)
    throw new Error(`--waiting must lie between ${dueCount} and --contacts`);
  const stub = await startGraphStub({ latencyMs: 20 });
  const serverEnv = { GRAPH_API_URL: stub.url, SEED_DEMO: 'false', ...env };
  let { server, client } = await begin({ stub, env: serverEnv, accounts });
  try {
    const emptyMb = round(residentMegabytes(server.pid), 0);
    await fillInstallation({ client, accounts, contacts, waiting, messages });
    const samples = await sampleAccounts(client, accounts);
    const databaseGb = await databaseSize(client);
    const wakes = await measureWakes({ server, client, stub, env: serverEnv, waiting });
    server = wakes.server;
    client = await connect(server.dataDirectory);
    const reads = await measureAccounts({ server, client, samples });
    const afterReadsMb = round(residentMegabytes(server.pid), 0);
    await client.query(dropHelpers);
    return {
      accounts,
      contacts,
      waiting,
      messages,
      databaseGb,
      emptyMb,
      ...wakes.figures,
      afterReadsMb,
      ...reads,
    };
  } finally {
    await client.end().catch(() => undefined);
    await server.stop({ keepData: Boolean(options.keep) });
    if (options.keep) console.log(`  kept: ${server.dataDirectory}`);
    await stub.close();
  }
};
