import { readAccess } from './page-access';
import type { AccountAccess } from './send-calls';

/** What messages, conversations, menus and webhooks belong to: the account, with Facebook Login its Page. Encoded. */
export const messagingNode = ({ accountInstagramId, token }: AccountAccess): string =>
  encodeURIComponent(readAccess(token).pageId ?? accountInstagramId);
