import { z } from 'zod';
import { jsonValueSchema } from '@instaflow/flow-model';

/** What the engine knows of the person it talks with. */
export const contactSnapshotSchema = z.object({
  id: z.string(),
  instagramUserId: z.string(),
  username: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  profilePictureUrl: z.string().nullable(),
  tags: z.array(z.string()),
  customAttributes: z.record(z.string(), jsonValueSchema),
  /** Follows the account; null when Instagram has not said. */
  isFollower: z.boolean().nullable(),
  /** `isFollower` was asked for a moment ago, for this very turn. */
  isFollowStateFresh: z.boolean().optional(),
  optedOut: z.boolean(),
  /** IANA zone, null when unknown (the account's zone is used). */
  timezone: z.string().nullable().default(null),
  locale: z.string().nullable().default(null),
});
export type ContactSnapshot = z.infer<typeof contactSnapshotSchema>;
