import { randomUUID } from 'node:crypto';
import { tapFlow } from './installation.mjs';
import { helloEvents, prepare } from './scenarios.mjs';
import { percentile, round } from './statistics.mjs';
import { tapEvent, textEvent } from './webhook-load.mjs';

const accounts = 1_000;
const backlogMessages = 6_000;
const floodMessages = 5_000;
const floodPerSecond = 250;
const tapsPerSecond = 50;
const tapSeconds = 20;
const firstQuietPerson = 900_000_000_000_000;
const firstFloodPerson = 950_000_000_000_000;
const firstBacklogPerson = 970_000_000_000_000;

const tapsOf = (userIds, count, offset) =>
  Array.from({ length: count }, (_, index) =>
    tapEvent({
      userId: userIds[(offset + index) % userIds.length],
      igsid: String(firstQuietPerson + offset + index),
      mid: `t-${randomUUID()}`,
      title: 'Yes',
      payload: 'YES',
    }),
  );

const hellosAt = (userId, count, firstPerson) =>
  Array.from({ length: count }, (_, index) =>
    textEvent({ userId, igsid: String(firstPerson + index), mid: `f-${randomUUID()}`, text: 'hello' }),
  );

const untilArrived = async (arrivals, people, timeoutMs) => {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const arrivedAt = new Map(arrivals.map(({ recipient, at }) => [recipient, at]));
    if (people.every((person) => arrivedAt.has(person))) return arrivedAt;
    if (performance.now() > deadline) throw new Error('not every tap was answered in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Times in ms from the moment each tap is due until its answer is asked of Instagram. */
const tapTimes = async ({ rig, userIds, offset }) => {
  const count = tapsPerSecond * tapSeconds;
  const people = Array.from({ length: count }, (_, index) => String(firstQuietPerson + offset + index));
  const sent = await rig.load.openLoop(tapsOf(userIds, count, offset), tapsPerSecond);
  const arrivedAt = await untilArrived(rig.stub.arrivals, people, 120_000);
  return sent.map(({ dueAt }, index) => arrivedAt.get(people[index]) - dueAt);
};

const countFrom = (arrivals, firstPerson) =>
  arrivals.filter(({ recipient }) => Number(recipient) >= firstPerson).length;

/** The taps while one account drains thousands of messages that wait in its outbox, at its own 100 a second. */
const besideBacklog = async ({ rig, userId, userIds, offset }) => {
  rig.stub.reset();
  await rig.load.closedLoop(hellosAt(userId, backlogMessages, firstBacklogPerson), 64);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const sentBefore = countFrom(rig.stub.arrivals, firstBacklogPerson);
  const times = await tapTimes({ rig, userIds, offset });
  const sentAfter = countFrom(rig.stub.arrivals, firstBacklogPerson);
  await rig.stub.reached(backlogMessages + times.length, 300_000);
  return { times, waitingBefore: backlogMessages - sentBefore, waitingAfter: backlogMessages - sentAfter };
};

/** The taps while 250 people a second write to one account. */
const besideFlood = async ({ rig, userId, userIds, offset }) => {
  rig.stub.reset();
  const startedAt = performance.now();
  const flood = rig.load
    .openLoop(hellosAt(userId, floodMessages, firstFloodPerson), floodPerSecond)
    .then(() => (performance.now() - startedAt) / 1000);
  const times = await tapTimes({ rig, userIds, offset });
  return { times, takenInSeconds: await flood };
};

/** Everybody at a quiet account gets the message with the button first. */
const measure = async (rig) => {
  const [backlogId, floodedId, ...userIds] = rig.userIds;
  const people = tapsPerSecond * tapSeconds;
  await rig.load.closedLoop(helloEvents(userIds, people * 3), 16);
  await rig.stub.reached(people * 3, 300_000);
  await new Promise((resolve) => setTimeout(resolve, 3_000));

  rig.stub.reset();
  const alone = await tapTimes({ rig, userIds, offset: 0 });
  const backlog = await besideBacklog({ rig, userId: backlogId, userIds, offset: people });
  const flood = await besideFlood({ rig, userId: floodedId, userIds, offset: people * 2 });
  return { alone, backlog, flood };
};

const summarize = (times) => ({
  p50Ms: round(percentile(times, 0.5)),
  p99Ms: round(percentile(times, 0.99)),
});

/**
 * 1,000 accounts with buckets of their own: what people of the quiet ones notice, alone, beside an account with 6,000
 * messages in its outbox, and beside one that 5,000 people write to within 20 s. The work for that account shares the
 * machine's cores with the taps.
 */
export const measureFairness = async ({ env }) => {
  const rig = await prepare({ flowDefinition: tapFlow, env, accounts });
  try {
    const { alone, backlog, flood } = await measure(rig);
    const ratio = (times) => round(percentile(times, 0.99) / percentile(alone, 0.99), 2);
    return {
      alone: summarize(alone),
      besideBacklog: {
        ...summarize(backlog.times),
        p99Ratio: ratio(backlog.times),
        waitingBefore: backlog.waitingBefore,
        waitingAfter: backlog.waitingAfter,
      },
      besideFlood: {
        ...summarize(flood.times),
        p99Ratio: ratio(flood.times),
        takenInSeconds: round(flood.takenInSeconds),
      },
    };
  } finally {
    await rig.close();
  }
};
