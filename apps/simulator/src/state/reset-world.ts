import type { Simulation } from '../simulation';
import { createWorld } from './world';

/** Back to an empty world. The webhook address and its secrets stay, since they are configuration. */
export function resetWorld(simulation: Simulation): void {
  const { world, clock, faults, rates, webhooks, ledger } = simulation;
  webhooks.clear();
  for (const part of Object.values(world)) if (part instanceof Map) part.clear();
  faults.clear();
  rates.clear();
  ledger.clear();
  clock.advance(-clock.offsetMs());
  const fresh = createWorld(world.webhook);
  Object.assign(world.switches, fresh.switches);
  Object.assign(world.webhook, fresh.webhook);
}
