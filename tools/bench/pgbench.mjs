import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

const debianFolder = '/usr/lib/postgresql';

/** The program on the path, or the newest of Debian's, which are not on it; null when there is none. */
const findPgbench = () => {
  if (spawnSync('pgbench', ['--version']).status === 0) return 'pgbench';
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const programs = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin', 'pgbench'));
  return programs.find((program) => existsSync(program)) ?? null;
};

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
const measureCeiling = async ({ dataDirectory, program }) => {
  await onServer(dataDirectory, `CREATE DATABASE ${database}`);
  try {
    const url = embeddedDatabaseUrl(dataDirectory, database);
    await run(program, ['--initialize', '--quiet', '--scale=10', url]);
    const options = ['-N', `--client=${clients}`, `--jobs=${threads}`, `--time=${seconds}`, '--vacuum-all'];
    const { stdout } = await run(program, [...options, url]);
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
  const program = findPgbench();
  if (program === null) return { notRun: 'there is no pgbench on this machine (Debian: postgresql-contrib)' };
  const figures = await measureThroughput({
    env,
    beforeLoad: ({ dataDirectory }) => measureCeiling({ dataDirectory, program }),
  });
  return {
    ...figures,
    automationsPerPgbenchTransaction: round(figures.automationsPerSecond / figures.pgbenchPerSecond, 3),
  };
};
