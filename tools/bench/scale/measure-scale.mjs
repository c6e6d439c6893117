import { startGraphStub } from '../graph-stub.mjs';
import { logIn } from '../installation.mjs';
import { residentMegabytes, startServer } from '../server-process.mjs';
import { round } from '../statistics.mjs';
import { connectTo, fillNew, findFilled, ownerEmail, untilHoursCounted } from './grown-installation.mjs';
import { measureWakes } from './measure-wakes.mjs';
import { measureReads, measureSegmentCount } from './read-times.mjs';

const defaultCalls = 50;

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

const databaseSize = async (client) => {
  const { rows } = await client.query('SELECT pg_database_size(current_database())::float8 / 1e9 AS gb');
  return round(rows[0].gb);
};

const measureAccounts = async ({ server, accounts, calls }) => {
  const client = await connectTo(server.dataDirectory);
  try {
    const api = await logIn(server.url, ownerEmail);
    const figures = {
      hoursCountedAfterS: await untilHoursCounted(client),
      databaseGb: await databaseSize(client),
    };
    for (const [name, sample] of Object.entries(await sampleAccounts(client, accounts))) {
      figures[`${name}, ${sample.contacts} contacts: [p50, p95] ms`] = {
        ...(await measureReads({ api, ...sample, calls })),
        segmentCountSql: await measureSegmentCount({ client, ...sample, calls }),
      };
    }
    return figures;
  } finally {
    await client.end();
  }
};

const open = async ({ stub, env, options }) => {
  const filled = findFilled(options.folder);
  if (filled === null) return fillNew({ stub, env, options });
  return { filled, server: await startServer({ env, dataDirectory: options.folder }) };
};

const withStub = async (env, work) => {
  const stub = await startGraphStub({ latencyMs: 20 });
  try {
    return await work({ stub, env: { GRAPH_API_URL: stub.url, SEED_DEMO: 'false', ...env } });
  } finally {
    await stub.close();
  }
};

/** Only fills `--folder`, for `measureScale` to be run on it, also more than once. */
export const fillScale = ({ env, options }) =>
  withStub(env, async (given) => {
    if (options.folder === undefined) throw new Error('fill needs --folder');
    const { server, filled } = await fillNew({ ...given, options });
    await server.stop({ keepData: true });
    return filled;
  });

/**
 * Wake-ups among a million waits, and what people look at, on an installation of that size. With `--folder` the data
 * are found there, or put there, and stay. `--calls` is how often each read is asked for.
 */
export const measureScale = ({ env, options }) =>
  withStub(env, async (given) => {
    let { server, filled } = await open({ ...given, options });
    try {
      const wakes = await measureWakes({ ...given, server, waiting: filled.waiting });
      server = wakes.server;
      const reads = await measureAccounts({
        server,
        accounts: filled.accounts,
        calls: options.calls ?? defaultCalls,
      });
      const afterReadsMb = round(residentMegabytes(server.pid), 0);
      return { ...filled, ...wakes.figures, afterReadsMb, ...reads };
    } finally {
      await server.stop({ keepData: options.folder !== undefined });
    }
  });
