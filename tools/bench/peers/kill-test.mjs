import { createWebhookLoad } from '../webhook-load.mjs';
import { helloEvents } from '../scenarios.mjs';

const events = 2_000;
/** Answers, also refusals: a program that takes little is killed at the same point of the load. */
const killAfter = 1_000;
const concurrency = 64;
const patienceMs = 20_000;
const longestMs = 90_000;
const firstPerson = 20_000_000;

const personOf = (event) => event.entry[0].messaging[0].sender.id;

/** Sends until `shouldStop`; what was not acknowledged is answered, to be delivered again as Meta would. */
const sendAll = async ({ load, list, acknowledged, onAnswer = () => undefined, shouldStop }) => {
  const left = [...list];
  const refused = [];
  const worker = async () => {
    while (left.length > 0 && !shouldStop()) {
      const event = left.shift();
      try {
        await load.send(event);
        acknowledged.add(personOf(event));
      } catch {
        // No 200: the sender keeps the event.
        refused.push(event);
      }
      onAnswer();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return [...refused, ...left];
};

const timesPerPerson = (arrivals) => {
  const times = new Map();
  for (const { recipient } of arrivals) times.set(recipient, (times.get(recipient) ?? 0) + 1);
  return times;
};

const lostOf = (acknowledged, arrivals) => {
  const times = timesPerPerson(arrivals);
  return [...acknowledged].filter((person) => !times.has(person)).length;
};

/**
 * SIGKILL in the middle of 2,000 events, a restart, and the events that were not acknowledged once more. Lost:
 * acknowledged with 200 and never sent. Twice: sent more than once to the same person.
 */
export const killInTheMiddle = async ({ opened, running, stub }) => {
  const acknowledged = new Set();
  const list = helloEvents(opened.userIds, events, firstPerson);
  stub.reset();
  const before = createWebhookLoad({ url: running.url, secret: opened.secret, connections: concurrency });
  let killed;
  let answered = 0;
  const unacknowledged = await sendAll({
    load: before,
    list,
    acknowledged,
    onAnswer: () => {
      answered += 1;
      if (answered >= killAfter) killed ??= running.kill();
    },
    shouldStop: () => killed !== undefined,
  });
  await killed;
  const sentBefore = stub.arrivals.length;
  await before.destroy();
  const restartedAt = performance.now();
  const again = await opened.start();
  const after = createWebhookLoad({ url: again.url, secret: opened.secret, connections: concurrency });
  await sendAll({ load: after, list: unacknowledged, acknowledged, shouldStop: () => false });
  const sentAt = performance.now();
  let lostAfter20s = null;
  while (performance.now() - sentAt < longestMs && lostOf(acknowledged, stub.arrivals) > 0) {
    if (lostAfter20s === null && performance.now() - sentAt > patienceMs) {
      lostAfter20s = lostOf(acknowledged, stub.arrivals);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const lastAt = Math.max(...stub.arrivals.map(({ at }) => at));
  // What would come a second time comes within this pause.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await after.close();
  return {
    running: again,
    figures: {
      acknowledged: acknowledged.size,
      sentBeforeKill: sentBefore,
      lostAfter20s: lostAfter20s ?? 0,
      lost: lostOf(acknowledged, stub.arrivals),
      twice: [...timesPerPerson(stub.arrivals).values()].filter((times) => times > 1).length,
      lastSentSecondsAfterRestart: Math.round((lastAt - restartedAt) / 1000),
    },
  };
};
