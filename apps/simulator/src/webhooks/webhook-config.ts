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
  'standby',
] as const;

export const webhookConfigSchema = z.object({
  url: z.string().nullable(),
  appSecret: z.string(),
  verifyToken: z.string(),
  fields: z.array(z.string()),
  /** An app in development mode gets no webhooks at all. */
  isLive: z.boolean(),
  /** Simulated time at which deliveries began to fail without a success since. */
  failingSince: z.number().nullable(),
  isDisabled: z.boolean(),
});

export type WebhookConfig = z.infer<typeof webhookConfigSchema>;
