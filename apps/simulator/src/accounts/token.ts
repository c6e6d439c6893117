import { z } from 'zod';

export const allScopes = [
  'instagram_business_basic',
  'instagram_business_manage_messages',
  'instagram_business_manage_comments',
] as const;

export const tokenSchema = z.object({
  value: z.string(),
  /** IG_ID of the account. */
  accountId: z.string(),
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
  accountId: z.string(),
  redirectUri: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.number(),
});

export type AuthCode = z.infer<typeof authCodeSchema>;
