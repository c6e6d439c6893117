import { round } from '../statistics.mjs';
import * as sql from './fill-sql.mjs';

const batchSize = 100_000;

const report = (what, done, all, startedAt) =>
  process.stderr.write(
    `  ${what}: ${done.toLocaleString('en')} of ${all.toLocaleString('en')}, ${round((performance.now() - startedAt) / 1000, 0)} s\n`,
  );

const inBatches = async (what, count, insert) => {
  const startedAt = performance.now();
  for (let first = 1; first <= count; first += batchSize) {
    const last = Math.min(count, first + batchSize - 1);
    await insert(first, last);
    if (last === count || last % (batchSize * 10) === 0) report(what, last, count, startedAt);
  }
};

/** Shares fall as 1/rank: the largest of 100 accounts has a fifth of the people. Bounds between the accounts, in (0, 1). */
const sharesOf = (accounts) => {
  const weights = Array.from({ length: accounts }, (_, index) => 1 / (index + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  return weights.slice(0, -1).map((weight) => (reached += weight) / total);
};

/**
 * Fills the database behind `client` (its owner) from the runs that wait in it, one of each account. Repeatable only on
 * a new database. Ends with VACUUM ANALYZE, as autovacuum would have done on the way.
 */
export const fillInstallation = async ({ client, accounts, contacts, waiting, messages }) => {
  await client.query('SET synchronous_commit = off');
  await client.query("SET work_mem = '64MB'");
  // Rows come from existing ones: looking each foreign key up again would take most of the time.
  await client.query('SET session_replication_role = replica');
  await client.query('SELECT setseed(0.5)');
  await client.query(sql.helperTables);
  const shares = sharesOf(accounts);
  await inBatches('contacts', contacts, async (first, last) => {
    await client.query(sql.insertPeople, [first, last, contacts, shares]);
    await client.query(sql.insertContacts, [first, last, waiting]);
    await client.query(sql.insertConversations, [first, last]);
  });
  await inBatches('waiting runs', waiting, (first, last) =>
    client.query(sql.insertWaitingRuns, [first, last]),
  );
  await client.query('ANALYZE bench_person');
  await inBatches('messages', messages, (first, last) =>
    client.query(sql.insertMessages, [first, last, messages, contacts]),
  );
  await client.query(sql.countAnew);
  process.stderr.write('  vacuum and analyze\n');
  await client.query('VACUUM (ANALYZE)');
};
