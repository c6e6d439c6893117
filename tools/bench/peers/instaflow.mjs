import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, installAccounts, oneSendFlow } from '../installation.mjs';
import { freePort } from '../server-process.mjs';
import { startPeerProcess } from './peer-process.mjs';

const isReady = async (url) => {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    // Not listening yet.
    return false;
  }
};

/** The program itself, by the same yardstick. After a kill its embedded PostgreSQL goes on, as a separate one would. */
export const instaflow = ({ name, env, accounts = 50 }) => ({
  name,
  tapsPerSecond: 50,
  install: () => Promise.resolve({}),
  open: async (_installed, { stubUrl }) => {
    const directory = mkdtempSync(join(tmpdir(), 'instaflow-bench-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const start = () =>
      startPeerProcess({
        program: process.execPath,
        args: ['dist/apps/server/main.mjs'],
        env: {
          ...{ PORT: String(port), DATA_DIR: directory, LOG_LEVEL: 'warn', SEED_DEMO: 'false' },
          ...{ GRAPH_API_URL: stubUrl, ...env },
        },
        cwd: process.cwd(),
        url,
        isReady,
      });
    const first = await start();
    const api = await createApi(url);
    const userIds = await installAccounts({ api, count: accounts, flowDefinition: oneSendFlow });
    await first.stop();
    const { appSecret } = JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8'));
    return {
      secret: appSecret,
      userIds,
      start,
      close: () => rmSync(directory, { recursive: true, force: true }),
    };
  },
});
