import { startGraphStub } from '../graph-stub.mjs';
import { helloEvents } from '../scenarios.mjs';
import { residentMegabytes } from '../server-process.mjs';
import { percentile, round } from '../statistics.mjs';
import { createWebhookLoad } from '../webhook-load.mjs';
import { instaflow } from './instaflow.mjs';
import { killInTheMiddle } from './kill-test.mjs';
import { n8n } from './n8n.mjs';
import { nodeRed } from './node-red.mjs';
import { persistent } from './persistent-load.mjs';

const secret = 'a-secret-of-the-benchmark';
const concurrency = 64;
const latencySeconds = 15;

const withLoad = async ({ opened, running }, work) => {
  const load = createWebhookLoad({ url: running.url, secret: opened.secret, connections: concurrency });
  try {
    return await work(persistent(load));
  } finally {
    await load.close();
  }
};

const throughput = ({ opened, running, stub, people, warmUp }) =>
  withLoad({ opened, running }, async (load) => {
    await load.closedLoop(helloEvents(opened.userIds, warmUp, 10_000_000), concurrency / 2);
    await stub.reached(warmUp, 120_000);
    stub.reset();
    const startedAt = performance.now();
    await load.closedLoop(helloEvents(opened.userIds, people), concurrency);
    await stub.reached(people, 300_000);
    const seconds = (performance.now() - startedAt) / 1000;
    return { perSecond: round(people / seconds), refusals: load.refusals() };
  });

/** From the moment an event is due until its message stands at Instagram. People who are known already write again. */
const latency = ({ opened, running, stub, perSecond, seconds }) =>
  withLoad({ opened, running }, async (load) => {
    stub.reset();
    const events = helloEvents(opened.userIds, perSecond * seconds);
    const dues = await load.openLoop(events, perSecond);
    await stub.reached(events.length, 120_000);
    const arrivedAt = new Map(stub.arrivals.map(({ recipient, at }) => [recipient, at]));
    return events.map((event, index) => arrivedAt.get(event.entry[0].messaging[0].sender.id) - dues[index]);
  });

const measureOpened = async ({ peer, opened, stub }) => {
  const sizes = peer.isSlow ? { people: 600, warmUp: 50 } : { people: 5_000, warmUp: 500 };
  let running = await opened.start();
  try {
    const { perSecond, refusals } = await throughput({ opened, running, stub, ...sizes });
    const residentMb = round(residentMegabytes(running.pid), 0);
    // More than it can take would measure a queue that grows, not the program.
    const rate = Math.min(peer.tapsPerSecond, Math.max(1, Math.floor(perSecond * 0.7)));
    const seconds = Math.min(latencySeconds, Math.floor(sizes.people / rate));
    const times = await latency({ opened, running, stub, perSecond: rate, seconds });
    const killed = await killInTheMiddle({ opened, running, stub });
    running = killed.running;
    return {
      automationsPerSecond: perSecond,
      refusals,
      latencyAtPerSecond: rate,
      p50Ms: round(percentile(times, 0.5)),
      p99Ms: round(percentile(times, 0.99)),
      residentMb,
      killed: killed.figures,
    };
  } finally {
    await running.stop();
  }
};

const measurePeer = async (peer) => {
  const stub = await startGraphStub({ latencyMs: 20 });
  try {
    const installed = await peer.install();
    const opened = await peer.open(installed, { stubUrl: stub.url, secret });
    try {
      return await measureOpened({ peer, opened, stub });
    } finally {
      await opened.close();
    }
  } catch (error) {
    return { notRun: String(error.message).split('\n').slice(0, 3).join(' ') };
  } finally {
    await stub.close();
  }
};

/**
 * The same job everywhere: signed webhook → signature checked → keyword → message to the stub of Instagram (20 ms).
 * Prints as it goes, only those whose name has one of `only` in it if there are any. Other programs are installed into a folder under the system's temporary one and stay there.
 */
export const measurePeers = async ({ redisUrl, print, only }) => {
  const peers = [
    instaflow({ name: 'InstaFlow, PostgreSQL queue', env: {} }),
    ...(redisUrl ? [instaflow({ name: 'InstaFlow, Redis queue', env: { REDIS_URL: redisUrl } })] : []),
    nodeRed(4),
    nodeRed(5),
    n8n,
  ];
  const isWanted = ({ name }) => only.length === 0 || only.some((part) => name.toLowerCase().includes(part));
  for (const peer of peers.filter(isWanted)) print(peer.name, await measurePeer(peer));
};
