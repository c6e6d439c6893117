import { PostgresConnection, Queue, Worker, createPostgresBackend } from 'bullmq';
import { workerTiming, type BackendErrorHandler, type QueueBackend } from './queue-backend';

/** Queues in a schema of their own in PostgreSQL. `schema` is a plain identifier. */
export function createPostgresQueues(options: {
  databaseUrl: string;
  schema: string;
  onError: BackendErrorHandler;
}): QueueBackend {
  const connection = { connectionString: options.databaseUrl, schema: options.schema };
  return {
    kind: 'postgres',
    prepare: () => migrate(connection),
    createQueue: (name) => {
      const queue = new Queue(
        name,
        { connection: { ...connection, ...producerLimits } },
        createPostgresBackend,
      );
      queue.on('error', (error) => options.onError(error, `queue ${name}`));
      return queue;
    },
    createWorker: (name, { concurrency, process }) => {
      const worker = new Worker(
        name,
        process,
        { connection: { ...connection, ...workerLimits }, concurrency, ...workerTiming },
        createPostgresBackend,
      );
      worker.on('error', (error) => options.onError(error, `worker ${name}`));
      return worker;
    },
    close: () => Promise.resolve(),
  };
}

// A producer stands in the way of a webhook: it gives up early. Units: milliseconds.
const producerLimits = { max: 2, connectionTimeoutMillis: 1_000, query_timeout: 5_000, keepAlive: true };

// A LISTEN connection comes on top of these.
const workerLimits = { max: 3, connectionTimeoutMillis: 10_000, keepAlive: true };

async function migrate(connection: { connectionString: string; schema: string }): Promise<void> {
  const session = new PostgresConnection({
    ...connection,
    max: 1,
    connectionTimeoutMillis: 10_000,
    migrate: true,
  });
  try {
    await session.waitUntilReady();
  } finally {
    await session.close();
  }
}
