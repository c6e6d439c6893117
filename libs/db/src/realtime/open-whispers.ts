import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** A line between processes for what nobody keeps. */
export type Whispers = {
  /** At most 7,999 bytes. Rejects when the connection is lost. */
  tell(text: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens a channel of PostgreSQL over one connection of its own, beside the pool of `source`: what is told on it is heard
 * by every process that has it open, this one included, and stored nowhere. Who was not there has missed it, and so does
 * everyone behind a connection pooler in transaction mode. `onLost` is called once, when the connection ends by itself.
 */
export async function openWhispers(
  source: DataSource,
  { channel, onText, onLost }: { channel: string; onText: (text: string) => void; onLost: () => void },
): Promise<Whispers> {
  const client = new Client({
    connectionString: urlOf(source),
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
    application_name: 'instaflow-whispers',
    // Telling takes a transaction number, and to wait until that is on disk would cost more than all the rest.
    options: '-c role=instaflow_engine -c synchronous_commit=off',
  });
  let isOpen = false;
  const lose = () => {
    if (isOpen) onLost();
    isOpen = false;
  };
  client.on('error', lose);
  client.on('end', lose);
  client.on('notification', ({ payload }) => onText(payload ?? ''));
  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    isOpen = true;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    tell: async (text) => {
      await client.query('SELECT pg_notify($1, $2)', [channel, text]);
    },
    close: async () => {
      isOpen = false;
      await client.end().catch(() => undefined);
    },
  };
}

function urlOf({ options }: DataSource): string {
  if (options.type !== 'postgres' || options.url === undefined) throw new Error('Not a pool on an address');
  return options.url;
}
