import { instagramLimits } from '@instaflow/flow-model';

const megabyte = 1024 * 1024;

/**
 * What Instagram takes: the numbers of the flow model, and those that only messages, menus and uploads outside of flows
 * need. Sizes in bytes, times in milliseconds. Source: Meta's Messaging API for Instagram, 2026.
 */
export const messagingLimits = {
  ...instagramLimits,
  /** How long after a person's last message people (never programs) may still answer. */
  humanAgentMs: 7 * 24 * 3_600_000,
  iceBreakers: 4,
  /** Advised by Meta, so that the menu fits on a phone. */
  menuItems: 5,
  media: {
    image: { bytes: 8 * megabyte, contentTypes: ['image/png', 'image/jpeg', 'image/gif'] },
    video: {
      bytes: 25 * megabyte,
      contentTypes: ['video/mp4', 'video/ogg', 'video/x-msvideo', 'video/quicktime', 'video/webm'],
    },
    audio: {
      bytes: 25 * megabyte,
      contentTypes: ['audio/aac', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/x-wav'],
    },
    file: { bytes: 25 * megabyte, contentTypes: ['application/pdf'] },
  },
} as const;

export type MediaKind = keyof typeof messagingLimits.media;
