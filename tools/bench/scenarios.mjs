import { randomUUID } from 'node:crypto';
import { startGraphStub } from './graph-stub.mjs';
import { createApi, installAccounts, oneSendFlow, tapFlow, twoSendFlow } from './installation.mjs';
import { residentMegabytes, startServer } from './server-process.mjs';
import { percentile, round } from './statistics.mjs';
import { createWebhookLoad, tapEvent, textEvent } from './webhook-load.mjs';

const graphLatencyMs = 20;
const accountCount = 50;

/** A running server with that many accounts whose flow answers `hello`, the stub of Meta, and the load. */
export const prepare = async ({ flowDefinition, env, accounts = accountCount }) => {
  const stub = await startGraphStub({ latencyMs: graphLatencyMs });
  const server = await startServer({ env: { GRAPH_API_URL: stub.url, SEED_DEMO: 'false', ...env } });
  const api = await createApi(server.url);
  const userIds = await installAccounts({ api, count: accounts, flowDefinition });
  const secret = server.secrets.appSecret;
  const load = createWebhookLoad({ url: server.url, secret, connections: 64 });
  return {
    stub,
    server,
    load,
    userIds,
    close: async () => {
      await load.close();
      await server.stop();
      await stub.close();
    },
  };
};

/** A first `hello` of `count` people, spread over the accounts. */
export const helloEvents = (userIds, count, firstPerson = 0) =>
  Array.from({ length: count }, (_, index) =>
    textEvent({
      userId: userIds[index % userIds.length],
      igsid: String(900_000_000_000_000 + firstPerson + index),
      mid: `m-${randomUUID()}`,
      text: 'hello',
    }),
  );

/** Every expected message asked for exactly once, or the figure is worth nothing. */
export const assertExactlyOnce = (arrivals, expectedPerPerson, people) => {
  const perPerson = new Map();
  for (const { recipient, text } of arrivals) {
    const key = `${recipient} ${text}`;
    perPerson.set(key, (perPerson.get(key) ?? 0) + 1);
  }
  const repeated = [...perPerson.values()].filter((times) => times > 1).length;
  if (repeated > 0) throw new Error(`${repeated} messages were sent more than once`);
  if (arrivals.length !== expectedPerPerson * people) {
    throw new Error(`${arrivals.length} messages instead of ${expectedPerPerson * people}`);
  }
};

/** Complete automations per second: signed event → trigger → sends → recorded, each by a contact of its own. */
export const measureThroughput = async ({
  env,
  twoSends = false,
  people = 10_000,
  beforeLoad = () => Promise.resolve({}),
}) => {
  const rig = await prepare({ flowDefinition: twoSends ? twoSendFlow : oneSendFlow, env });
  try {
    const sendsPerPerson = twoSends ? 2 : 1;
    const idleMb = residentMegabytes(rig.server.pid);
    const before = await beforeLoad(rig.server);
    await rig.load.closedLoop(helloEvents(rig.userIds, 500, 5_000_000), 32);
    await rig.stub.reached(500 * sendsPerPerson, 60_000);
    rig.stub.reset();

    const startedAt = performance.now();
    const acknowledged = rig.load.closedLoop(helloEvents(rig.userIds, people), 64);
    await rig.stub.reached(people * sendsPerPerson, 300_000);
    const seconds = (performance.now() - startedAt) / 1000;
    const ackTimes = await acknowledged;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assertExactlyOnce(rig.stub.arrivals, sendsPerPerson, people);
    return {
      ...before,
      automationsPerSecond: round(people / seconds),
      ackP50Ms: round(percentile(ackTimes, 0.5)),
      ackP99Ms: round(percentile(ackTimes, 0.99)),
      idleMb: round(idleMb, 0),
      afterMb: round(residentMegabytes(rig.server.pid), 0),
    };
  } finally {
    await rig.close();
  }
};

/** Time to acknowledge a signed webhook at a fixed rate. */
export const measureAcknowledgement = async ({ env, perSecond, seconds = 15 }) => {
  const rig = await prepare({ flowDefinition: oneSendFlow, env });
  try {
    await rig.load.openLoop(helloEvents(rig.userIds, perSecond * 2, 5_000_000), perSecond);
    const answers = await rig.load.openLoop(helloEvents(rig.userIds, perSecond * seconds), perSecond);
    const times = answers.map((answer) => answer.tookMs);
    return {
      p50Ms: round(percentile(times, 0.5)),
      p99Ms: round(percentile(times, 0.99)),
      maxMs: round(Math.max(...times)),
    };
  } finally {
    await rig.close();
  }
};

/** From the moment a tap is due until the request stands at Meta, debounce 0. */
export const measureTap = async ({ env, perSecond = 50, seconds = 15 }) => {
  const rig = await prepare({ flowDefinition: tapFlow, env });
  try {
    const people = perSecond * seconds;
    await rig.load.closedLoop(helloEvents(rig.userIds, people), 16);
    await rig.stub.reached(people, 120_000);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    rig.stub.reset();

    const taps = Array.from({ length: people }, (_, index) =>
      tapEvent({
        userId: rig.userIds[index % rig.userIds.length],
        igsid: String(900_000_000_000_000 + index),
        mid: `t-${randomUUID()}`,
        title: 'Yes',
        payload: 'YES',
      }),
    );
    const sent = await rig.load.openLoop(taps, perSecond);
    await rig.stub.reached(people, 60_000);
    const arrivedAt = new Map(rig.stub.arrivals.map((arrival) => [arrival.recipient, arrival.at]));
    const times = sent.map(({ dueAt }, index) => arrivedAt.get(String(900_000_000_000_000 + index)) - dueAt);
    return {
      p50Ms: round(percentile(times, 0.5)),
      p99Ms: round(percentile(times, 0.99)),
      maxMs: round(Math.max(...times)),
    };
  } finally {
    await rig.close();
  }
};
