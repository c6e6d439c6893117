import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { knownErrors } from '../faults/error-catalogue';
import { faultInputSchema } from '../faults/fault';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';

export function registerFaultControls(app: FastifyInstance, simulation: Simulation): void {
  const { faults, ids } = simulation;

  app.get('/faults', () => ({ faults: faults.list() }));

  app.post('/faults', (request, reply) => {
    const fault = { ...faultInputSchema.parse(request.body), id: ids.short(), hits: 0, passed: 0 };
    faults.add(fault);
    return reply.code(201).send(fault);
  });

  /** Every row of Meta's error tables: what brings it about by itself, and its name for a fault. */
  app.get('/errors', () => ({
    errors: Object.entries(knownErrors).map(([name, error]) => ({ name, ...error })),
  }));

  app.delete('/faults', () => {
    faults.clear();
    return { faults: [] };
  });

  app.delete('/faults/:id', (request) => {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    if (!faults.remove(id)) throw new ControlError(404, `There is no fault ${id}.`);
    return { faults: faults.list() };
  });
}
