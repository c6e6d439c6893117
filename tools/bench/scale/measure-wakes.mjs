import { residentMegabytes, startServer } from '../server-process.mjs';
import { percentile, round } from '../statistics.mjs';
import { moveWaits } from './fill-sql.mjs';
import { connectTo, leastWaiting } from './grown-installation.mjs';

const dueSeconds = 20;
const startUpPatienceMs = 45_000;

/** Lets so many of the waits fall due from `firstDue` on. Answers whom they belong to and when each is due. */
const planWaits = async ({ client, waiting, firstDue }) => {
  const plan = { waiting, count: leastWaiting, overSeconds: dueSeconds };
  for (const statement of moveWaits({ ...plan, firstDue: new Date(firstDue).toISOString() })) {
    await client.query(statement);
  }
  await client.query('ANALYZE contact_wake');
  const { rows } = await client.query(
    `SELECT c.instagram_user_id AS person, extract(epoch FROM d.due_at)::float8 * 1000 AS "dueAt"
     FROM bench_due d JOIN contact c ON c.id = d.contact_id`,
  );
  return rows;
};

const lagsOf = (planned, arrivals) => {
  const arrivedAt = new Map(arrivals.map(({ recipient, at }) => [recipient, performance.timeOrigin + at]));
  return planned.map(({ person, dueAt }) => arrivedAt.get(person) - dueAt);
};

/** Plans the due waits, starts the program anew on the full database and answers how late each person was written to. */
export const measureWakes = async ({ server, stub, env, waiting }) => {
  const client = await connectTo(server.dataDirectory);
  const firstDue = Date.now() + startUpPatienceMs;
  const planned = await planWaits({ client, waiting, firstDue });
  await client.end();
  await server.stop({ keepData: true });
  stub.reset();
  const again = await startServer({ env, dataDirectory: server.dataDirectory });
  if (Date.now() > firstDue) throw new Error('the program was not up again before the first wait fell due');
  const idleMb = residentMegabytes(again.pid);
  await stub.reached(planned.length, startUpPatienceMs + dueSeconds * 1_000 + 60_000);
  const lags = lagsOf(planned, stub.arrivals);
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
