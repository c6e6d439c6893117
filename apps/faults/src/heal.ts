import { listOpen } from './evidence/outbox-rows';
import type { Installation } from './processes/installation';
import { until } from './until';

const readyPatienceMs = 60_000;

/** Ends the faults and waits until everybody is back; answers what is not. */
export async function heal({ simulator, apiProgram, workers, ledger }: Installation): Promise<string[]> {
  await simulator.clearFaults();
  const deadline = Date.now() + readyPatienceMs;
  const broken: string[] = [];
  for (const program of [apiProgram, ...workers]) {
    program.start();
    if (!(await program.isReadyBy(deadline))) broken.push(`${program.name} did not become ready again.`);
    broken.push(...program.crashes.splice(0));
  }
  await ledger.catchUp();
  const undelivered = new Map(
    ledger.deliveries
      .filter(({ outcome }) => outcome === 'failed')
      .map((delivery) => [delivery.body, delivery]),
  );
  for (const { body, outcome } of ledger.deliveries) if (outcome === 'delivered') undelivered.delete(body);
  // Instagram would repeat these within minutes or hours.
  for (const body of undelivered.keys()) {
    await until(async () => ((await simulator.deliverAgain(body)) === 200 ? true : null), { deadline });
  }
  return broken;
}

/** Waits until nothing moves any more; answers what still does at the deadline (epoch ms), by account. */
export async function untilAtRest(
  { simulator, postgres, ledger }: Installation,
  { userIds, deadline }: { userIds: readonly string[]; deadline: number },
): Promise<Map<string, string[]>> {
  const look = async (): Promise<Map<string, string[]>> => {
    const { delayed, queued, inFlight } = await simulator.countDeliveries();
    const open = await listOpen(postgres.url, userIds);
    if (delayed + queued + inFlight > 0)
      for (const id of userIds) open.set(id, open.get(id) ?? ['webhooks on their way']);
    return open;
  };
  let quietLooks = 0;
  const isQuiet = await until(
    async () => {
      quietLooks = (await look()).size === 0 ? quietLooks + 1 : 0;
      return quietLooks >= 3 ? true : null;
    },
    { deadline, everyMs: 300 },
  );
  await ledger.catchUp();
  return isQuiet === null ? look() : new Map<string, string[]>();
}
