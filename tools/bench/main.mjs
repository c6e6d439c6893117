/**
 * `npm run bench [name …]`: measures the built program on this machine and prints every figure with its target.
 * Load generator, stub of Meta (20 ms), databases and the program share the machine.
 */
import { cpus, totalmem } from 'node:os';
import { measureBackfill } from './backfill.mjs';
import { measureBuilder } from './builder/measure-builder.mjs';
import { measureBundles } from './bundles.mjs';
import { measureFairness } from './fairness.mjs';
import { measureInbox } from './inbox-screen/measure-inbox.mjs';
import { measureIntakeBatch } from './intake-batch.mjs';
import { measureLighthouse } from './lighthouse/measure-lighthouse.mjs';
import { parseArguments } from './parse-arguments.mjs';
import { measurePeers } from './peers/measure-peers.mjs';
import { measureBesidePgbench } from './pgbench.mjs';
import { hasRedisServer, startRedis } from './redis-process.mjs';
import { fillScale, measureScale } from './scale/measure-scale.mjs';
import { measureAcknowledgement, measureTap, measureThroughput } from './scenarios.mjs';
import { measureStartup } from './startup.mjs';
import { measureTokens } from './tokens.mjs';

const { wanted, options } = parseArguments(process.argv.slice(2));
const isWanted = ({ name, isOnlyByName }) =>
  wanted.length === 0 ? !isOnlyByName : wanted.some((part) => name.includes(part));

const scenarios = [
  { name: 'startup', target: 'second npm start ≤ 8,000 ms', run: () => measureStartup() },
  { name: 'bundles', target: 'JavaScript after gzip', run: () => measureBundles() },
  {
    name: 'ack-200',
    target: 'p50 ≤ 5 ms, p99 ≤ 25 ms',
    run: (env) => measureAcknowledgement({ env, perSecond: 200 }),
    queues: true,
  },
  {
    name: 'ack-1000',
    target: 'never above 100 ms',
    run: (env) => measureAcknowledgement({ env, perSecond: 1000, seconds: 8 }),
    queues: true,
  },
  { name: 'tap', target: 'p50 ≤ 15 ms, p99 ≤ 60 ms', run: (env) => measureTap({ env }), queues: true },
  {
    name: 'automations',
    target: 'Redis ≥ 600/s, PostgreSQL ≥ 300/s',
    run: (env) => measureThroughput({ env }),
    queues: true,
  },
  {
    name: 'automations-two-sends',
    target: '≥ 400/s',
    run: (env) => measureThroughput({ env, twoSends: true }),
    queues: true,
  },
  {
    name: 'pgbench',
    target: 'automations beside pgbench -N, 16 clients',
    run: (env) => measureBesidePgbench({ env }),
    queues: true,
    isOnlyByName: true,
  },
  {
    name: 'fairness',
    target: 'p99 of quiet accounts beside a flood ≤ 1.5 × alone',
    run: (env) => measureFairness({ env }),
    queues: true,
    isOnlyByName: true,
  },
  {
    name: 'intake-batch',
    target: 'a webhook of 1,000 entries, p50 of 20',
    run: () => measureIntakeBatch({ env: {} }),
    isOnlyByName: true,
  },
  {
    name: 'backfill',
    target: '5,000 missed messages, at two calls a second; memory flat',
    run: () => measureBackfill({ env: {} }),
    isOnlyByName: true,
  },
  {
    name: 'tokens',
    target: 'all tokens of 10,000 accounts renewed, each once',
    run: () => measureTokens({ options }),
    isOnlyByName: true,
  },
  {
    name: 'peers',
    target: 'the same job elsewhere; 0 lost, 0 twice',
    run: async () => {
      const only = wanted.filter((part) => part !== 'peers');
      const printPeer = (name, figures) => print(name, null, 'peers', figures);
      await measurePeers({ redisUrl: redis?.url, only, print: printPeer });
    },
    isOnlyByName: true,
  },
  {
    name: 'builder',
    target: 'flows of 300, 500, 1,000 and 2,000 steps, or of --steps, in a browser',
    run: () => measureBuilder(options.steps ? { sizes: [options.steps] } : {}),
    isOnlyByName: true,
  },
  {
    name: 'inbox-screen',
    target: '10,000 conversations and threads of 5,000 messages in a browser',
    run: () => measureInbox(),
    isOnlyByName: true,
  },
  {
    name: 'lighthouse',
    target: 'five pages on a desktop and a phone, medians of three or of --runs',
    run: () => measureLighthouse(options),
    isOnlyByName: true,
  },
  {
    name: 'fill',
    target: 'an installation for scale, kept in --folder',
    run: () => fillScale({ env: {}, options }),
    isOnlyByName: true,
  },
  {
    name: 'scale',
    target: 'wake-up lag p99 ≤ 2,000 ms; lists, search and counts p95 ≤ 100 ms; memory flat',
    run: () => measureScale({ env: redis ? { REDIS_URL: redis.url } : {}, options }),
    isOnlyByName: true,
  },
];

const printName = (name, queue, target) => console.log(`${name}${queue ? ` [${queue}]` : ''}  (${target})`);
/** Scenarios that answer nothing have printed their figures. */
const printFigures = (figures) => {
  if (figures) console.log(`  ${JSON.stringify(figures)}`);
};
const print = (name, queue, target, figures) => {
  printName(name, queue, target);
  printFigures(figures);
};

console.log(
  `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model} · ` +
    `${Math.round(totalmem() / 1e9)} GB · Node ${process.version}`,
);
const redis = hasRedisServer() ? await startRedis() : null;
if (!redis) console.log('Redis legs: not run, there is no redis-server on this machine.');

for (const { name, target, run, queues } of scenarios.filter(isWanted)) {
  if (!queues) {
    printName(name, null, target);
    printFigures(await run());
    continue;
  }
  print(name, 'PostgreSQL queue', target, await run({}));
  if (redis) print(name, 'Redis queue', target, await run({ REDIS_URL: redis.url }));
}
await redis?.stop();
