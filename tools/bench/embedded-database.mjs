import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The connection string of a database on the PostgreSQL that a program under `dataDirectory` keeps for itself. */
export const embeddedDatabaseUrl = (dataDirectory, name = 'instaflow') => {
  const state = JSON.parse(readFileSync(join(dataDirectory, 'postgres', 'server.json'), 'utf8'));
  return `postgres://postgres:${state.password}@127.0.0.1:${state.port}/${name}`;
};
