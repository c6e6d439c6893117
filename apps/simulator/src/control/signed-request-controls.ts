import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sendSignedRequest } from '../accounts/send-signed-request';
import { getAccount } from '../accounts/get-account';
import type { Simulation } from '../simulation';
import { accountParams } from './params';

const requestSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** Signs with another secret than the app's. */
  secret: z.string().optional(),
});

export function registerSignedRequestControls(app: FastifyInstance, simulation: Simulation): void {
  app.post('/accounts/:accountId/signed-request', (request) => {
    const account = getAccount(simulation.world, accountParams.parse(request.params).accountId);
    return sendSignedRequest(simulation, account, requestSchema.parse(request.body));
  });
}
