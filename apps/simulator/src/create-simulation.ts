import { createChangeFeed } from './changes/change-feed';
import { createClock } from './clock/clock';
import { createFaultBox } from './faults/fault-box';
import { createRateMeter } from './graph/rate-meter';
import { createLedger } from './ledger/ledger';
import type { Simulation } from './simulation';
import type { ResolvedOptions } from './simulator-options';
import { createIds } from './state/ids';
import { createRandom } from './state/random';
import { restoreWorld, takeSnapshot } from './state/snapshot';
import { createStateFile } from './state/state-file';
import { createWorld } from './state/world';
import { WebhookSender } from './webhooks/webhook-sender';
import { createWebhookTransport } from './webhooks/webhook-transport';

const ledgerEntriesKept = 1000;

/** Builds the simulated world, from the state file when there is one. */
export function createSimulation(options: ResolvedOptions): {
  simulation: Simulation;
  save: () => Promise<void>;
} {
  const { webhook, stateFile: path, log } = options;
  const world = createWorld(webhook);
  const file = path
    ? createStateFile({
        path,
        log,
        take: () =>
          takeSnapshot(world, {
            clockOffsetMs: clock.offsetMs(),
            pending: webhooks.pending(),
            ledger: ledger.tail(ledgerEntriesKept),
          }),
      })
    : null;
  const saved = file?.read() ?? null;
  const markDirty = (): void => file?.markDirty();
  const clock = createClock(saved?.clockOffsetMs);
  const ids = createIds();
  const changes = createChangeFeed(markDirty);
  const ledger = createLedger({
    entries: saved?.ledger ?? [],
    limit: options.ledgerLimit,
    onAppend: () => changes.publish({ kind: 'ledger' }),
  });
  const faults = createFaultBox({
    faults: world.faults,
    random: createRandom(options.seed),
    onChange: () => changes.publish({ kind: 'fault' }),
  });
  const transport = createWebhookTransport();
  const webhooks = new WebhookSender({ world, clock, ledger, changes, transport, faults, newId: ids.short });
  if (saved) {
    restoreWorld(world, saved);
    // What the operator sets now wins over what was in force when the file was written.
    Object.assign(world.webhook, options.webhook, options.webhook.url ? {} : { url: saved.webhook.url });
    webhooks.restore(saved.pending);
  }
  const { appId, latencyMs } = options;
  const rates = createRateMeter(clock);
  const simulation: Simulation = {
    world,
    clock,
    ids,
    ledger,
    faults,
    changes,
    rates,
    webhooks,
    transport,
    appId,
    latencyMs,
    baseUrl: '',
  };
  return { simulation, save: async () => file?.close() };
}
