import { Client } from 'pg';

/** Creates a database on the server of `serverUrl`, as a copy of `template` if given. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<string> {
  await execute(serverUrl, (client) => {
    const source = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    return client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${source}`);
  });
  return databaseUrlOn(serverUrl, name);
}

/** Drops a database if it exists; with `force` it disconnects whoever uses it, otherwise PostgreSQL refuses. */
export async function dropDatabase(
  serverUrl: string,
  name: string,
  options: { force?: boolean } = {},
): Promise<void> {
  await execute(serverUrl, (client) => {
    const force = options.force ? ' WITH (FORCE)' : '';
    return client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}${force}`);
  });
}

/** Who is connected to a database: application, state and the beginning of the last statement of each session. */
export async function listSessions(serverUrl: string, name: string): Promise<string[]> {
  const sql = `SELECT application_name AS app, state, left(query, 120) AS query FROM pg_stat_activity
    WHERE datname = $1 AND backend_type = 'client backend'`;
  return execute(serverUrl, async (client) => {
    const { rows } = await client.query<{ app: string; state: string | null; query: string }>(sql, [name]);
    return rows.map(({ app, state, query }) => `${app || 'unnamed'} (${state ?? 'no state'}): ${query}`);
  });
}

/** Names of the databases that begin with `prefix`. */
export async function listDatabases(serverUrl: string, prefix: string): Promise<string[]> {
  return execute(serverUrl, async (client) => {
    const sql = 'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1) ORDER BY 1';
    const { rows } = await client.query<{ name: string }>(sql, [prefix]);
    return rows.map(({ name }) => name);
  });
}

function databaseUrlOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.toString();
}

async function execute<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl, connectionTimeoutMillis: 5_000 });
  // A server that goes away meanwhile is reported by the query; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
