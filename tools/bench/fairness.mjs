import { randomUUID } from 'node:crypto';
import { tapFlow } from './installation.mjs';
import { helloEvents, prepare } from './scenarios.mjs';
import { percentile, round } from './statistics.mjs';
import { tapEvent, textEvent } from './webhook-load.mjs';

const accounts = 1_000;
const floodMessages = 5_000;
const floodPerSecond = 250;
const tapsPerSecond = 50;
const tapSeconds = 20;
const firstQuietPerson = 900_000_000_000_000;
const firstFloodPerson = 950_000_000_000_000;

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

const floodOf = (userId) =>
  Array.from({ length: floodMessages }, (_, index) =>
    textEvent({ userId, igsid: String(firstFloodPerson + index), mid: `f-${randomUUID()}`, text: 'hello' }),
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

/** Everybody at a quiet account gets the message with the button, then the taps are measured alone and beside a flood. */
const measure = async (rig) => {
  const [floodedId, ...quietIds] = rig.userIds;
  const people = tapsPerSecond * tapSeconds;
  await rig.load.closedLoop(helloEvents(quietIds, people * 2), 16);
  await rig.stub.reached(people * 2, 300_000);
  await new Promise((resolve) => setTimeout(resolve, 3_000));

  rig.stub.reset();
  const alone = await tapTimes({ rig, userIds: quietIds, offset: 0 });
  rig.stub.reset();
  const floodStart = performance.now();
  const flood = rig.load
    .openLoop(floodOf(floodedId), floodPerSecond)
    .then(() => (performance.now() - floodStart) / 1000);
  const beside = await tapTimes({ rig, userIds: quietIds, offset: people });
  return { alone, beside, floodTakenInSeconds: await flood };
};

/**
 * 1,000 accounts with buckets of their own, one flooded with 5,000 messages in 20 s: what the people of all other accounts
 * notice. The flood's intake and turns share the machine's cores with the taps.
 */
export const measureFairness = async ({ env }) => {
  const rig = await prepare({ flowDefinition: tapFlow, env, accounts });
  try {
    const { alone, beside, floodTakenInSeconds } = await measure(rig);
    const floodAnswered = rig.stub.arrivals.filter(
      ({ recipient }) => Number(recipient) >= firstFloodPerson,
    ).length;
    return {
      aloneP50Ms: round(percentile(alone, 0.5)),
      aloneP99Ms: round(percentile(alone, 0.99)),
      besideP50Ms: round(percentile(beside, 0.5)),
      besideP99Ms: round(percentile(beside, 0.99)),
      p99Ratio: round(percentile(beside, 0.99) / percentile(alone, 0.99), 2),
      floodTakenInSeconds: round(floodTakenInSeconds),
      floodAnsweredMeanwhile: floodAnswered,
    };
  } finally {
    await rig.close();
  }
};
