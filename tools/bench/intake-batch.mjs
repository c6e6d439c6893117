import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { oneSendFlow } from './installation.mjs';
import { prepare } from './scenarios.mjs';
import { percentile, round } from './statistics.mjs';
import { textEvent } from './webhook-load.mjs';

const entries = 1_000;
const runs = 20;
const warmUps = 3;
/** So that the turns of one batch are done before the next one is measured. */
const betweenMs = 3_000;

/** One body as Meta sends it at most: a thousand entries, each a message of somebody unknown. It starts no flow. */
const batchOf = (userIds, firstPerson) => ({
  object: 'instagram',
  entry: Array.from(
    { length: entries },
    (_, index) =>
      textEvent({
        userId: userIds[index % userIds.length],
        igsid: String(900_000_000_000_000 + firstPerson + index),
        mid: `batch-${randomUUID()}`,
        text: 'Good day, is this still to be had in blue?',
      }).entry[0],
  ),
});

/** From sending a batch of a thousand entries to its acknowledgement: signature, parsing, and all of it durable. */
export const measureIntakeBatch = async ({ env }) => {
  const rig = await prepare({ flowDefinition: oneSendFlow, env });
  try {
    const times = [];
    for (let run = 0; run < warmUps + runs; run += 1) {
      const { tookMs } = await rig.load.send(batchOf(rig.userIds, run * entries));
      if (run >= warmUps) times.push(tookMs);
      await pause(betweenMs);
    }
    const p50Ms = percentile(times, 0.5);
    return {
      p50Ms: round(p50Ms),
      minMs: round(Math.min(...times)),
      maxMs: round(Math.max(...times)),
      entriesPerSecond: round((entries * 1_000) / p50Ms, 0),
      loadAverage: round(loadavg()[0]),
    };
  } finally {
    await rig.close();
  }
};
