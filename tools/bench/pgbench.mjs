import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { embeddedDatabaseUrl } from './embedded-database.mjs';
import { measureThroughput } from './scenarios.mjs';
import { round } from './statistics.mjs';

const run = promisify(execFile);
const clients = 16;
const threads = 2;
const seconds = 10;
const database = 'bench_ceiling';

export const hasPgbench = () => spawnSync('pgbench', ['--version']).status === 0;

const onServer = async (dataDirectory, sql) => {
  const client = new pg.Client({ connectionString: embeddedDatabaseUrl(dataDirectory, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** Transactions per second of `pgbench -N` on the PostgreSQL of a running program, in a database of its own. */
const measureCeiling = async ({ dataDirectory }) => {
  await onServer(dataDirectory, `CREATE DATABASE ${database}`);
  try {
    const url = embeddedDatabaseUrl(dataDirectory, database);
    await run('pgbench', ['--initialize', '--quiet', '--scale=10', url]);
    const options = ['-N', `--client=${clients}`, `--jobs=${threads}`, `--time=${seconds}`, '--vacuum-all'];
    const { stdout } = await run('pgbench', [...options, url]);
    return {
      pgbenchPerSecond: round(Number(/tps = ([\d.]+)/.exec(stdout)?.[1])),
      pgbenchMeanMs: round(Number(/latency average = ([\d.]+)/.exec(stdout)?.[1]), 2),
    };
  } finally {
    await onServer(dataDirectory, `DROP DATABASE ${database} WITH (FORCE)`);
  }
};

/** Automations per second beside what the same PostgreSQL does with three short writes and nothing else. */
export const measureBesidePgbench = async ({ env }) => {
  if (!hasPgbench()) return { notRun: 'there is no pgbench on this machine (Debian: postgresql-contrib)' };
  const figures = await measureThroughput({ env, beforeLoad: measureCeiling });
  return {
    ...figures,
    automationsPerPgbenchTransaction: round(figures.automationsPerSecond / figures.pgbenchPerSecond, 3),
  };
};
