import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { instagramAccount, instagramId } from './instagram-accounts';
import { idParams, timestamp, uuid } from './primitives';

/** How an account is connected: Meta's two logins, a pasted token, or the built-in simulator. */
export const loginKind = z.enum(['instagram', 'facebook']);

/** A permission the owner did not grant, and what does not work without it. */
export const missingPermission = z.object({ name: z.string(), isRequired: z.boolean(), purpose: z.string() });
export type MissingPermission = z.infer<typeof missingPermission>;

/** An account that may be connected after a login with Facebook: one per Page that has an Instagram account. */
export const connectableAccount = z.object({
  instagramUserId: instagramId,
  instagramUsername: z.string().nullable(),
  instagramPageId: instagramId,
  pageName: z.string().nullable(),
  /** Why it cannot be connected, e.g. a role on the Page is missing or another workspace has it; null when it can. */
  problem: z.string().nullable(),
});
export type ConnectableAccount = z.infer<typeof connectableAccount>;

/** Accounts of a login with Facebook, waiting for the owner to choose: in this session and browser only, until `expiresAt`. */
export const accountChoice = z.object({
  /** Names this login in `chooseAccounts`. */
  connectionId: uuid,
  expiresAt: timestamp,
  accounts: z.array(connectableAccount),
  missingPermissions: z.array(missingPermission),
});
export type AccountChoice = z.infer<typeof accountChoice>;

/** What a login came to. */
export const connectionResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('connected'),
    instagramAccountId: uuid,
    instagramAccount,
    missingPermissions: z.array(missingPermission),
  }),
  accountChoice.extend({ outcome: z.literal('choose') }),
  z.object({ outcome: z.literal('denied'), message: z.string() }),
]);
export type ConnectionResult = z.infer<typeof connectionResult>;

const metaText = z.string().min(1).max(4_000);

/** How Meta sends the owner back: with a code, or with an error. Further parameters of Meta are allowed. */
export const loginCallbackQuery = z
  .looseObject({
    code: metaText.optional(),
    state: metaText.optional(),
    error: metaText.optional(),
    error_reason: metaText.optional(),
    error_description: metaText.optional(),
  })
  .refine(
    ({ code, state, error }) => error !== undefined || (code !== undefined && state !== undefined),
    'needs `code` and `state`, or `error`',
  );

/** Where Meta sends the owner back to. It answers with a redirect to the accounts page, with `loginOutcome` in the query. */
export const loginCallbackPath = '/instagram-accounts/oauth/callback';

/** Why a login did not connect an account; each has a sentence on the accounts page. */
export const loginProblem = z.enum([
  'denied',
  'state_unknown',
  'other_browser',
  'session_ended',
  'not_allowed',
  'login_failed',
  'login_code_invalid',
  'app_misconfigured',
  'missing_permissions',
  'account_already_connected',
  'instagram_unavailable',
  'no_pages',
]);
export type LoginProblem = z.infer<typeof loginProblem>;

/**
 * What the accounts page finds in its query after a login: `connected`, `choose` (the `connectionId` of accounts to choose
 * from) or `problem`, and permissions not granted.
 */
export const loginOutcome = z.object({
  connected: uuid.optional(),
  choose: uuid.optional(),
  problem: loginProblem.optional(),
  /** Names of permissions with commas between. */
  missing: z.string().optional(),
});
export type LoginOutcome = z.infer<typeof loginOutcome>;

/** Calls of connecting. */
export const connectionEndpoints = {
  startLogin: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/oauth/start',
    access: 'user',
    tag: 'instagram accounts',
    summary: 'Where to send the owner to log in at Meta; the state in it works once, in this session only',
    status: 200,
    query: z.strictObject({ login: loginKind.default('instagram'), workspaceId: uuid.optional() }),
    response: z.object({
      authorizeUrl: z.url(),
      login: loginKind,
      /** What is asked for, to be explained before. */
      permissions: z.array(missingPermission),
      expiresAt: timestamp,
    }),
  }),
  chooseAccounts: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/oauth/choose',
    access: 'user',
    tag: 'instagram accounts',
    summary: 'Connects the chosen accounts of a login with Facebook; says of each that could not be, why',
    status: 201,
    body: z.strictObject({ connectionId: uuid, instagramUserIds: z.array(instagramId).min(1).max(50) }),
    response: z.object({
      instagramAccounts: z.array(instagramAccount),
      problems: z.array(z.object({ instagramUserId: instagramId, code: z.string(), message: z.string() })),
    }),
  }),
  getAccountChoice: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/oauth/choices/{id}',
    access: 'user',
    tag: 'instagram accounts',
    summary: 'Accounts of a login with Facebook to choose from (404 when it is over, or began elsewhere)',
    status: 200,
    params: idParams,
    response: accountChoice,
  }),
  exchangeToken: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/exchange-token',
    access: 'user',
    tag: 'instagram accounts',
    summary: 'Exchanges a short-lived token for a long-lived one and connects its account',
    status: 200,
    body: z.strictObject({
      accessToken: z.string().min(1).max(1_000),
      login: loginKind.optional(),
      /** With Facebook Login: which Page. Without it the token is one of Instagram Login. */
      instagramPageId: instagramId.nullable().default(null),
      workspaceId: uuid.optional(),
    }),
    response: connectionResult,
  }),
};
