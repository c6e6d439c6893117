import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { getAccount } from '../accounts/get-account';
import { removeApp } from '../accounts/remove-app';
import { sendSignedRequest } from '../accounts/send-signed-request';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { accountParams } from './params';

const webAddress = z.url({ protocol: /^https?$/ });
const requestSchema = z.strictObject({
  url: webAddress,
  /** Signs with another secret than the app's. */
  secret: z.string().optional(),
});
const deletionSchema = z.strictObject({ url: webAddress.optional() });

export function registerSignedRequestControls(app: FastifyInstance, simulation: Simulation): void {
  const accountOf = (params: unknown) => getAccount(simulation.world, accountParams.parse(params).accountId);

  app.post('/accounts/:accountId/signed-request', (request) =>
    sendSignedRequest(simulation, accountOf(request.params), requestSchema.parse(request.body)),
  );

  app.post('/accounts/:accountId/remove-app', (request) => removeApp(simulation, accountOf(request.params)));

  app.post('/accounts/:accountId/request-deletion', (request) => {
    const url = deletionSchema.parse(request.body ?? {}).url ?? simulation.world.webhook.dataDeletionUrl;
    if (!url) throw new ControlError(409, 'No data-deletion address is configured (POST /webhook).');
    return sendSignedRequest(simulation, accountOf(request.params), { url, kind: 'data_deletion' });
  });
}
