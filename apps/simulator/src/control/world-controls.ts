import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Simulation } from '../simulation';
import { switchesSchema } from '../state/switches';
import { resetWorld } from '../state/reset-world';
import { streamChanges } from './stream-changes';

const advanceSchema = z.strictObject({ advanceMs: z.int().min(0) });
const latencySchema = z.strictObject({ latencyMs: z.int().min(0).max(600_000) });
/** Defaults stripped: only what the caller names is changed. */
const switchChangeSchema = z.record(z.string(), z.unknown()).transform((change, context) => {
  const unknown = Object.keys(change).find((name) => !(name in switchesSchema.shape));
  if (unknown) context.addIssue({ code: 'custom', message: `There is no switch ${unknown}.` });
  return change;
});

export function registerWorldControls(app: FastifyInstance, simulation: Simulation): void {
  const { world, clock, changes } = simulation;
  const showClock = () => ({
    now: clock.now(),
    offsetMs: clock.offsetMs(),
    iso: new Date(clock.now()).toISOString(),
  });

  app.get('/clock', showClock);
  app.post('/clock', (request) => {
    clock.advance(advanceSchema.parse(request.body).advanceMs);
    changes.publish({ kind: 'clock' });
    return showClock();
  });

  app.get('/switches', () => world.switches);
  app.patch('/switches', (request) => {
    const change = switchChangeSchema.parse(request.body);
    Object.assign(world.switches, switchesSchema.parse({ ...world.switches, ...change }));
    changes.publish({ kind: 'switches' });
    return world.switches;
  });

  app.get('/latency', () => ({ latencyMs: simulation.latencyMs }));
  app.post('/latency', (request) => {
    simulation.latencyMs = latencySchema.parse(request.body).latencyMs;
    return { latencyMs: simulation.latencyMs };
  });

  app.post('/reset', () => {
    resetWorld(simulation);
    changes.publish({ kind: 'reset' });
    return { done: true };
  });

  app.get('/events', (request, reply) => streamChanges(simulation, request, reply));
}
