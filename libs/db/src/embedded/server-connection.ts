import { Client } from 'pg';
import { errorCode } from '@instaflow/platform';

export type ServerAddress = { port: number; password: string };

/** Connection string of one database on the server. */
export function databaseUrl({ port, password }: ServerAddress, database: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** `ready`: it takes connections with our password; `not-yet`: starting or stopping; `foreign`: it refuses our password. */
export async function probeServer(address: ServerAddress): Promise<'ready' | 'not-yet' | 'foreign'> {
  try {
    await withClient(address, 'postgres', (client) => client.query('SELECT 1'));
    return 'ready';
  } catch (error) {
    return isRefusal(error) ? 'foreign' : 'not-yet';
  }
}

/** Creates the database if it does not exist. */
export async function ensureDatabase(address: ServerAddress, name: string): Promise<void> {
  await withClient(address, 'postgres', async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

async function withClient<T>(
  address: ServerAddress,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: databaseUrl(address, database),
    connectionTimeoutMillis: 2_000,
  });
  // A server that goes away meanwhile is reported by the query; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isRefusal(error: unknown): boolean {
  return ['28P01', '28000'].includes(errorCode(error) ?? '');
}
