import type { FastifyInstance, FastifyRequest } from 'fastify';
import { v7 as newId } from 'uuid';
import { signedRequestForm, type DataDeletionReceipt } from '@instaflow/contracts';
import { accountRepository, dataDeletionRepository, inWorkspaces, listAccountsOfOwner } from '@instaflow/db';
import { verifySignedRequest } from '@instaflow/instagram';
import { badRequest, randomToken, sha256Hex, unauthorized, unavailable } from '@instaflow/platform';
import { disconnectAccount } from '../accounts/disconnect-account';
import type { Dependencies } from '../dependencies';
import { sendError } from '../http/send-error';
import { deletionPageUrl } from '../privacy/register-deletion-page';

const path = '/api/v1/webhooks/instagram';
const maxBodyBytes = 65_536;

/** Where Meta tells that an owner removed the app, or wants their data deleted: a form with one signed field. */
export function registerCallbacks(app: FastifyInstance, deps: Dependencies): void {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'string', bodyLimit: maxBodyBytes },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.setErrorHandler((error, request, reply) => sendError({ error, request, reply, log: deps.log }));
    scope.post(`${path}/deauthorize`, (request) => deauthorize(deps, readSigned(request, deps).userId));
    scope.post(`${path}/data-deletion`, (request) => requestDeletion(deps, readSigned(request, deps)));
    done();
  });
}

type Signed = { userId: string; signedRequest: string };

function readSigned({ body }: FastifyRequest, { config }: Dependencies): Signed {
  const secrets = config.instagram.webhookSecrets;
  if (secrets.length === 0) {
    throw unavailable({ message: 'Callbacks are closed until INSTAGRAM_APP_SECRET is set.' });
  }
  const fields = Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : ''));
  const form = signedRequestForm.safeParse(fields);
  if (!form.success) throw malformed();
  const signedRequest = form.data.signed_request;
  const checked = verifySignedRequest({ signedRequest, secrets });
  if (checked.ok) return { userId: checked.userId, signedRequest };
  if (checked.reason === 'malformed') throw malformed();
  throw unauthorized({ code: 'invalid_signature', message: 'The signature does not fit the request.' });
}

const malformed = () =>
  badRequest({
    code: 'malformed_request',
    message: 'Send a form with the field signed_request, as Meta does.',
  });

/** The owner took the app out at Instagram: their accounts are disconnected. Twice is harmless. */
async function deauthorize(deps: Dependencies, userId: string): Promise<{ success: true }> {
  for (const { id, workspaceId, status } of await listAccountsOfOwner(deps.engineSource, userId)) {
    if (status === 'disconnected') continue;
    await disconnectAccount(deps, { id, workspaceId });
    const now = deps.clock.now();
    await inWorkspaces(deps.appSource, [workspaceId], (tx) =>
      accountRepository.tellOwners(tx, {
        id,
        workspaceId,
        key: `deauthorized/${id}/${now}`,
        message: removed,
        now,
      }),
    );
  }
  return { success: true };
}

const removed =
  'The app was removed in the settings of Instagram, so the account was disconnected. Connect it again to go on.';

/** Answers as soon as the request is durable; workers carry it out. */
async function requestDeletion(deps: Dependencies, signed: Signed): Promise<DataDeletionReceipt> {
  const { confirmationCode } = await dataDeletionRepository.request(deps.engineSource, {
    id: newId(),
    confirmationCode: randomToken(24),
    requestHash: sha256Hex(signed.signedRequest),
    subjectId: signed.userId,
    now: deps.clock.now(),
  });
  return {
    url: deletionPageUrl(deps.config.publicUrl, confirmationCode),
    confirmation_code: confirmationCode,
  };
}
