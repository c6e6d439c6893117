import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { embeddedDatabaseUrl } from '../embedded-database.mjs';
import { freePort, startServer } from '../server-process.mjs';
import { installPeer, peerFolder, recentNode, withNode } from './peer-folder.mjs';
import { n8nWorkflow } from './n8n-workflow.mjs';
import { startPeerProcess } from './peer-process.mjs';

const run = promisify(execFile);
const version = '2.40.7';
const database = 'bench_n8n';

/** Pinned by this version of n8n or by its dependencies, and not to be had from every registry. */
const overrides = {
  cssomnom: 'npm:cssom@0.5.0',
  '@langchain/langgraph-checkpoint': '1.1.5',
  '@langchain/protocol': '0.0.19',
};

/** A new database for n8n on the embedded PostgreSQL of an idle program of ours, so that both use the same one. */
const startDatabase = async () => {
  const server = await startServer({ env: { SEED_DEMO: 'false', GRAPH_API_URL: 'http://127.0.0.1:9' } });
  const client = new pg.Client({
    connectionString: embeddedDatabaseUrl(server.dataDirectory, 'postgres'),
  });
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`);
  await client.end();
  return { url: new URL(embeddedDatabaseUrl(server.dataDirectory, database)), stop: server.stop };
};

const environment = ({ directory, databaseUrl, port }) => ({
  N8N_USER_FOLDER: directory,
  N8N_PORT: String(port),
  N8N_LISTEN_ADDRESS: '127.0.0.1',
  N8N_ENDPOINT_WEBHOOK: 'api/v1/webhooks',
  DB_TYPE: 'postgresdb',
  DB_POSTGRESDB_HOST: databaseUrl.hostname,
  DB_POSTGRESDB_PORT: databaseUrl.port,
  DB_POSTGRESDB_USER: databaseUrl.username,
  DB_POSTGRESDB_PASSWORD: databaseUrl.password,
  DB_POSTGRESDB_DATABASE: database,
  DB_POSTGRESDB_POOL_SIZE: '8',
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_LOG_LEVEL: 'error',
  N8N_SECURE_COOKIE: 'false',
});

/** The webhook is registered some seconds after the port listens; without a signature nothing is sent. */
const takesWebhooks = async (url) => {
  try {
    const body = JSON.stringify({
      entry: [{ id: '0', messaging: [{ sender: { id: '0' }, message: { text: '' } }] }],
    });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/webhooks/instagram`, { method: 'POST', headers, body });
    await answer.text();
    return answer.ok;
  } catch {
    // Not listening yet.
    return false;
  }
};

export const n8n = {
  name: `n8n ${version}`,
  isSlow: true,
  tapsPerSecond: 50,
  install: async () => {
    const nodeProgram = await recentNode();
    const env = withNode(nodeProgram);
    const folder = peerFolder('n8n');
    const flags = ['--legacy-peer-deps', '--ignore-scripts'];
    await installPeer({ folder, packageName: 'n8n', version, overrides, flags, env });
    return { nodeProgram, program: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
  },
  open: async ({ nodeProgram, program }, { stubUrl, secret }) => {
    const directory = mkdtempSync(join(tmpdir(), 'instaflow-n8n-'));
    const postgres = await startDatabase();
    const port = await freePort();
    const env = { ...environment({ directory, databaseUrl: postgres.url, port }), ...withNode(nodeProgram) };
    const file = join(directory, 'workflow.json');
    const definition = n8nWorkflow({ stubUrl, secret });
    writeFileSync(file, JSON.stringify(definition));
    const command = (...args) =>
      run(nodeProgram, [program, ...args], { cwd: directory, env: { ...process.env, ...env } });
    await command('import:workflow', `--input=${file}`);
    await command('publish:workflow', `--id=${definition.id}`);
    return {
      secret,
      userIds: ['17841400000000000'],
      start: () =>
        startPeerProcess({
          program: nodeProgram,
          args: [program, 'start'],
          env,
          cwd: directory,
          url: `http://127.0.0.1:${port}`,
          isReady: takesWebhooks,
          timeoutMs: 180_000,
        }),
      close: async () => {
        await postgres.stop();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  },
};
