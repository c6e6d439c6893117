import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase, listSessions } from '@instaflow/db';
import { getTestServer } from './test-server';
import { waitFor } from './wait-for';

export type TestDatabase = {
  url: string;
  /** Fails while a connection is open: a leaked pool fails the test. */
  drop(): Promise<void>;
};

/** A migrated database of its own for one test file, copied from the template in a few dozen milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { serverUrl, template } = getTestServer();
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  const url = await createDatabase(serverUrl, name, template);
  return { url, drop: () => dropTestDatabase(serverUrl, name) };
}

async function dropTestDatabase(serverUrl: string, name: string): Promise<void> {
  const sessions = await remainingSessions(serverUrl, name);
  await dropDatabase(serverUrl, name, { force: true });
  if (sessions.length > 0)
    throw new Error(`Connections to the test database were left open:\n${sessions.join('\n')}`);
}

// The server needs a moment to notice the end of a connection that was closed properly.
async function remainingSessions(serverUrl: string, name: string): Promise<string[]> {
  let sessions: string[] = [];
  const isUnused = async () => {
    sessions = await listSessions(serverUrl, name);
    return sessions.length === 0;
  };
  await waitFor(isUnused, { timeoutMs: 2_000, intervalMs: 25 }).catch(() => undefined);
  return sessions;
}
