import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { startGraphStub } from './graph-stub.mjs';
import { createApi, installAccounts, oneSendFlow } from './installation.mjs';
import { connectTo } from './scale/grown-installation.mjs';
import { residentMegabytes, startServer } from './server-process.mjs';
import { median, round } from './statistics.mjs';

const graphLatencyMs = 20;
const runs = 3;
const firstId = 17_841_700_000_000_000n;
const timeoutMs = 180_000;

/** As the program keeps secrets: `v1.<key id>.<nonce>.<tag>.<text>`, bound to the row. */
const seal = (text, accountId, key) => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(`instagram_account:${accountId}:access_token`));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  const keyId = createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8);
  return [
    'v1',
    keyId,
    ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
  ].join('.');
};

/** Connects one account through the API and writes the others beside it into the database, like it. */
const connectAccounts = async ({ client, server, count }) => {
  const [userId] = await installAccounts({
    api: await createApi(server.url),
    count: 1,
    flowDefinition: oneSendFlow,
    firstId,
  });
  const key = Buffer.from(server.secrets.encryptionKey, 'base64');
  const others = Array.from({ length: count - 1 }, (_, index) => {
    const id = randomUUID();
    const instagramUserId = String(firstId + BigInt(index + 1));
    const sealed = seal(`bench-token-${instagramUserId}`, id, key);
    return { id, instagram_user_id: instagramUserId, access_token_sealed: sealed };
  });
  await client.query(
    `INSERT INTO instagram_account SELECT (jsonb_populate_record(a, other)).*
     FROM instagram_account a, jsonb_array_elements($2::jsonb) AS other WHERE a.instagram_user_id = $1`,
    [userId, JSON.stringify(others)],
  );
};

/** Makes every token due at once, and waits until the last one is stored anew. */
const refreshAll = async ({ client, stub, server, count }) => {
  stub.refreshes.splice(0);
  let peakMb = residentMegabytes(server.pid);
  await client.query(
    `UPDATE instagram_account SET token_refresh_at = now(), token_issued_at = now() - interval '8 days'`,
  );
  const deadline = performance.now() + timeoutMs;
  for (let left = count; left > 0;) {
    if (performance.now() > deadline) throw new Error(`${left} of ${count} tokens were not renewed in time`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    peakMb = Math.max(peakMb, residentMegabytes(server.pid));
    const { rows } = await client.query(
      `SELECT count(*)::int AS left FROM instagram_account WHERE token_issued_at < now() - interval '7 days'`,
    );
    left = rows[0].left;
  }
  const seconds = (performance.now() - Math.min(...stub.refreshes.map(({ at }) => at))) / 1000;
  const asked = new Map();
  for (const { token } of stub.refreshes) asked.set(token, (asked.get(token) ?? 0) + 1);
  const isOnceEach = asked.size === count && stub.refreshes.length === count;
  if (!isOnceEach) throw new Error(`${stub.refreshes.length} calls for ${asked.size} of ${count} tokens`);
  return { seconds, peakMb };
};

/**
 * All tokens of `count` accounts are due at the same moment: from the first call of Graph (answered after 20 ms) until the
 * last new token is stored, each asked for exactly once. Median of three runs.
 */
export const measureTokens = async ({ options }) => {
  const count = options.tokens ?? 10_000;
  const stub = await startGraphStub({ latencyMs: graphLatencyMs });
  const server = await startServer({ env: { GRAPH_API_URL: stub.url, SEED_DEMO: 'false' } });
  const client = await connectTo(server.dataDirectory);
  try {
    await connectAccounts({ client, server, count });
    const idleMb = residentMegabytes(server.pid);
    const results = [];
    for (let run = 0; run < runs; run += 1) results.push(await refreshAll({ client, stub, server, count }));
    const seconds = median(results.map((result) => result.seconds));
    return {
      tokens: count,
      seconds: round(seconds),
      tokensPerSecond: round(count / seconds, 0),
      idleMb: round(idleMb, 0),
      peakMb: round(Math.max(...results.map(({ peakMb }) => peakMb)), 0),
    };
  } finally {
    await client.end();
    await server.stop();
    await stub.close();
  }
};
