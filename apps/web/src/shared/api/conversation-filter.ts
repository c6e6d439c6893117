import type { ConversationStatus } from '@instaflow/contracts';

/** What a list of conversations shows. */
export type ConversationFilter = {
  status?: ConversationStatus;
  search?: string;
  assignedTo?: 'me' | 'nobody';
  unread?: boolean;
};
