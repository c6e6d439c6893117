import { z } from 'zod';

/** Fields of the instagram object an app can select. */
export const webhookFields = [
  'comments',
  'live_comments',
  'mentions',
  'message_edit',
  'message_echoes',
  'message_reactions',
  'messages',
  'messaging_handover',
  'messaging_optins',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_seen',
  'messaging_policy_enforcement',
  'response_feedback',
  'standby',
  'story_insights',
] as const;

export const webhookConfigSchema = z.object({
  url: z.string().nullable(),
  appSecret: z.string(),
  verifyToken: z.string(),
  /** Meta may sign with the secret of the other app than the login's; null = `appSecret`. */
  signingSecret: z.string().nullable().default(null),
  /** Called when the owner removes the app, or asks for the data to be deleted. */
  deauthorizeUrl: z.string().nullable().default(null),
  dataDeletionUrl: z.string().nullable().default(null),
  fields: z.array(z.string()),
  /** An app in development mode gets no webhooks at all. */
  isLive: z.boolean(),
  /** Simulated time at which deliveries began to fail without a success since. */
  failingSince: z.number().nullable(),
  isDisabled: z.boolean(),
});

export type WebhookConfig = z.infer<typeof webhookConfigSchema>;

/** The secret under webhooks and signed requests. */
export function signingSecretOf({ signingSecret, appSecret }: WebhookConfig): string {
  return signingSecret ?? appSecret;
}
