import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { pageOf, pageQueryShape } from './pagination';
import { idParams, noContent, timeZone, timestamp, uuid } from './primitives';

export const instagramId = z.string().regex(/^\d{1,32}$/, 'must be a numeric Instagram id, as a string');

export const accountStatus = z.enum(['connected', 'disconnected', 'error']);
export type AccountStatus = z.infer<typeof accountStatus>;

export const fallbackRule = z.strictObject({
  keywords: z.array(z.string().trim().min(1).max(100)).min(1).max(50),
  match: z.enum(['contains_word', 'exact', 'contains', 'starts_with']).default('contains_word'),
  reply: z.string().trim().min(1).max(1_000),
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');
const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export const businessHours = z.strictObject({
  enabled: z.boolean().default(false),
  windows: z
    .array(z.strictObject({ weekday, from: timeOfDay, to: timeOfDay }))
    .max(50)
    .default([]),
});

/**
 * Hours in which nothing leaves that automation sends on its own accord, in the account's time zone; `to` before `from`
 * ends the next day. `weekdays` (1 = Monday … 7 = Sunday, every day when absent) name the day they begin.
 */
export const quietHours = z
  .strictObject({
    from: timeOfDay,
    to: timeOfDay,
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).optional(),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from `from`' });

const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two letters, such as DE');

/** Settings of one account. Milliseconds where the name says so. */
export const accountSettings = z.strictObject({
  autoRespond: z.boolean().default(true),
  aiEnabled: z.boolean().default(false),
  debounceWindowMs: z.number().int().min(0).max(60_000).default(4_000),
  cooldownMs: z.number().int().min(0).max(600_000).default(3_000),
  messagesPerSecond: z.number().min(0.1).max(100).default(3),
  dailyMessagesPerContact: z.number().int().min(1).max(1_000).nullable().default(null),
  businessHours: businessHours.default({ enabled: false, windows: [] }),
  quietHours: quietHours.nullable().default(null),
  timezone: timeZone.default('UTC'),
  /** For phone numbers that people write without a country code; null: only numbers with one count. */
  country: country.nullable().default(null),
  defaultReplyFlowId: uuid.nullable().default(null),
  fallbackRules: z.array(fallbackRule).max(50).default([]),
  humanTakeoverPauseMinutes: z.number().int().min(1).max(10_080).default(60),
  commentPolling: z.boolean().default(false),
});
export type AccountSettings = z.infer<typeof accountSettings>;

/**
 * A change of some settings. Built from the inner schemas: `.partial()` on defaults would fill in what the
 * caller left out and so overwrite stored values.
 */
const settingsPatch = z.strictObject({
  autoRespond: z.boolean().optional(),
  aiEnabled: z.boolean().optional(),
  debounceWindowMs: accountSettings.shape.debounceWindowMs.unwrap().optional(),
  cooldownMs: accountSettings.shape.cooldownMs.unwrap().optional(),
  messagesPerSecond: accountSettings.shape.messagesPerSecond.unwrap().optional(),
  dailyMessagesPerContact: accountSettings.shape.dailyMessagesPerContact.unwrap().optional(),
  businessHours: businessHours.optional(),
  quietHours: quietHours.nullable().optional(),
  timezone: timeZone.optional(),
  country: country.nullable().optional(),
  defaultReplyFlowId: uuid.nullable().optional(),
  fallbackRules: accountSettings.shape.fallbackRules.unwrap().optional(),
  humanTakeoverPauseMinutes: accountSettings.shape.humanTakeoverPauseMinutes.unwrap().optional(),
  commentPolling: z.boolean().optional(),
});

export const instagramAccount = z.object({
  instagramAccountId: uuid,
  workspaceId: uuid,
  instagramPageId: z.string().nullable(),
  instagramUserId: z.string(),
  instagramUsername: z.string(),
  status: accountStatus,
  statusReason: z.string().nullable(),
  isSimulated: z.boolean(),
  pausedAt: timestamp.nullable(),
  tokenExpiresAt: timestamp.nullable(),
  lastWebhookAt: timestamp.nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type InstagramAccount = z.infer<typeof instagramAccount>;

export const accountEndpoints = {
  connectAccount: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts',
    access: 'admin',
    tag: 'instagram accounts',
    summary: 'Connects an account by a long-lived token, or renews the token of a connected one',
    status: 201,
    body: z.strictObject({
      instagramPageId: instagramId.nullable().default(null),
      instagramUserId: instagramId,
      instagramUsername: z.string().trim().min(1).max(60),
      accessToken: z.string().min(1).max(1_000),
      tokenExpiresAt: timestamp.nullable().default(null),
      workspaceId: uuid.optional(),
    }),
    response: instagramAccount,
  }),
  connectSimulatedAccount: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/simulated',
    access: 'admin',
    tag: 'instagram accounts',
    summary: 'Creates an account at the built-in simulator and connects it (409 without the simulator)',
    status: 201,
    body: z.strictObject({
      username: z
        .string()
        .regex(/^[a-z0-9._]{1,30}$/, 'must be an Instagram user name: a-z, 0-9, dot, underscore')
        .optional(),
      workspaceId: uuid.optional(),
    }),
    response: instagramAccount,
  }),
  listAccounts: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts',
    access: 'user',
    tag: 'instagram accounts',
    summary: 'Connected accounts of all workspaces of the signed-in user, or of one',
    status: 200,
    query: z.strictObject({ ...pageQueryShape, workspaceId: uuid.optional() }),
    response: pageOf({ instagramAccounts: z.array(instagramAccount) }),
  }),
  getAccount: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}',
    access: 'viewer',
    tag: 'instagram accounts',
    summary: 'One account',
    status: 200,
    params: idParams,
    response: instagramAccount,
  }),
  disconnectAccount: defineEndpoint({
    method: 'DELETE',
    path: '/instagram-accounts/{id}',
    access: 'admin',
    tag: 'instagram accounts',
    summary: 'Disconnects an account: unsubscribes webhooks, forgets the token, stops its automation',
    status: 204,
    params: idParams,
    response: noContent,
  }),
  getAccountSettings: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/settings',
    access: 'viewer',
    tag: 'instagram accounts',
    summary: 'Settings of one account',
    status: 200,
    params: idParams,
    response: accountSettings,
  }),
  updateAccountSettings: defineEndpoint({
    method: 'PATCH',
    path: '/instagram-accounts/{id}/settings',
    access: 'admin',
    tag: 'instagram accounts',
    summary: 'Changes some settings of one account',
    status: 200,
    params: idParams,
    body: settingsPatch,
    response: accountSettings,
  }),
  pauseAccount: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/pause',
    access: 'admin',
    tag: 'instagram accounts',
    summary: 'Red button: nothing automated leaves; inbound is still stored',
    status: 200,
    params: idParams,
    response: instagramAccount,
  }),
  resumeAccount: defineEndpoint({
    method: 'POST',
    path: '/instagram-accounts/{id}/resume',
    access: 'admin',
    tag: 'instagram accounts',
    summary: 'Ends a pause',
    status: 200,
    params: idParams,
    response: instagramAccount,
  }),
};
