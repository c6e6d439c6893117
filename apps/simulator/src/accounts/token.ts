import { z } from 'zod';

export const allScopes = [
  'instagram_business_basic',
  'instagram_business_manage_messages',
  'instagram_business_manage_comments',
] as const;

/** Scopes of Facebook Login that messaging and comments need. */
export const facebookScopes = [
  'instagram_basic',
  'instagram_manage_messages',
  'instagram_manage_comments',
  'pages_show_list',
  'pages_read_engagement',
  'pages_manage_metadata',
  'pages_messaging',
] as const;

/** Whose token: an Instagram user's (Instagram Login), a Facebook user's, or a Page's (both Facebook Login). */
const login = z.enum(['instagram', 'facebook', 'page']);

/** Page tokens have no scheduled end. */
export const neverExpires = 8_640_000_000_000_000;

export const tokenSchema = z.object({
  value: z.string(),
  login: login.default('instagram'),
  /** IG_ID of the account; of a Facebook user, that of the first Page. */
  accountId: z.string(),
  /** The accounts behind the Pages that a Facebook user chose. */
  accountIds: z.array(z.string()).default([]),
  kind: z.enum(['short', 'long']),
  scopes: z.array(z.string()),
  issuedAt: z.number(),
  expiresAt: z.number(),
  /** Set when the token was revoked: the subcode that answers with code 190. */
  revokedSubcode: z.number().nullable(),
});

export type Token = z.infer<typeof tokenSchema>;

export const authCodeSchema = z.object({
  code: z.string(),
  login: login.default('instagram'),
  accountId: z.string(),
  accountIds: z.array(z.string()).default([]),
  redirectUri: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.number(),
});

export type AuthCode = z.infer<typeof authCodeSchema>;
