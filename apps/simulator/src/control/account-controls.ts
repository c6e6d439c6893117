import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { accountProblems, type Account } from '../accounts/account';
import { createAccount } from '../accounts/create-account';
import { getAccount } from '../accounts/get-account';
import { fingerprintOf } from '../accounts/fingerprint-of';
import { issueToken } from '../accounts/issue-token';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { webhookFields } from '../webhooks/webhook-config';
import { accountParams } from './params';

const digits = z.string().regex(/^\d{1,32}$/);

const newAccountSchema = z.strictObject({
  username: z.string().min(1).max(30).optional(),
  name: z.string().max(100).optional(),
  accountType: z.enum(['Business', 'Media_Creator', 'BUSINESS', 'MEDIA_CREATOR']).optional(),
  isPublic: z.boolean().optional(),
  subscribed: z.boolean().optional(),
  id: digits.optional(),
  userId: digits.optional(),
  accessToken: z.string().min(1).optional(),
});

const accountChangeSchema = z.strictObject({
  name: z.string().optional(),
  isPublic: z.boolean().optional(),
  isMessagingBlocked: z.boolean().optional(),
  isRestricted: z.boolean().optional(),
  isMessageAccessOff: z.boolean().optional(),
  problem: z.enum(accountProblems).nullable().optional(),
  followersCount: z.int().min(0).optional(),
  subscribed: z.boolean().optional(),
});

const newTokenSchema = z.strictObject({
  kind: z.enum(['short', 'long']).default('long'),
  scopes: z.array(z.string()).optional(),
  expiresInMs: z.int().optional(),
  /** `page` = a Page token of Facebook Login. */
  login: z.enum(['instagram', 'page']).optional(),
});

const revocationSchema = z.strictObject({
  accessToken: z.string().optional(),
  /** 458 app removed, 459 checkpoint, 460 password changed, 463 expired, 467 logged out … */
  subcode: z.int().nullable().default(467),
});

export function registerAccountControls(app: FastifyInstance, simulation: Simulation): void {
  const { world, changes } = simulation;

  app.post('/accounts', (request, reply) => {
    const { account, accessToken } = createAccount(simulation, newAccountSchema.parse(request.body ?? {}));
    return reply.code(201).send({ ...describe(account), accessToken });
  });

  app.get('/accounts', () => ({
    accounts: [...world.accounts.values()].map((account) => ({
      ...describe(account),
      accessToken: newestToken(simulation, account.userId),
    })),
  }));

  app.get('/accounts/:accountId', (request) => {
    const account = getAccount(world, accountParams.parse(request.params).accountId);
    return { ...describe(account), accessToken: newestToken(simulation, account.userId) };
  });

  app.patch('/accounts/:accountId', (request) => {
    const account = getAccount(world, accountParams.parse(request.params).accountId);
    const { subscribed, ...change } = accountChangeSchema.parse(request.body);
    Object.assign(account, change);
    if (subscribed !== undefined) account.subscribedFields = subscribed ? [...webhookFields] : null;
    changes.publish({ kind: 'account', accountId: account.userId });
    return describe(account);
  });

  app.post('/accounts/:accountId/tokens', (request, reply) => {
    const account = getAccount(world, accountParams.parse(request.params).accountId);
    const token = issueToken(simulation, {
      accountId: account.userId,
      ...newTokenSchema.parse(request.body ?? {}),
    });
    const { value: accessToken, scopes, expiresAt } = token;
    return reply.code(201).send({ accessToken, scopes, expiresAt, fingerprint: fingerprintOf(token) });
  });

  app.post('/accounts/:accountId/tokens/revoke', (request) => {
    const account = getAccount(world, accountParams.parse(request.params).accountId);
    const { accessToken, subcode } = revocationSchema.parse(request.body ?? {});
    const tokens = [...world.tokens.values()].filter(
      (token) =>
        [token.accountId, ...token.accountIds].includes(account.userId) &&
        (!accessToken || token.value === accessToken),
    );
    if (tokens.length === 0) throw new ControlError(404, 'There is no such token.');
    for (const token of tokens) token.revokedSubcode = subcode;
    return { revoked: tokens.length };
  });
}

function describe(account: Account) {
  return { ...account, isSubscribed: account.subscribedFields !== null };
}

function newestToken(simulation: Simulation, accountId: string): string | null {
  const tokens = [...simulation.world.tokens.values()].filter(
    (token) =>
      token.accountId === accountId &&
      token.login === 'instagram' &&
      token.kind === 'long' &&
      token.revokedSubcode === null,
  );
  return tokens.at(-1)?.value ?? null;
}
