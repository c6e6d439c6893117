import type { ConversationFilter } from './conversation-filter';

/** Keys of the cache. Realtime events find what they patch by the first two parts. */
export const queryKeys = {
  systemInfo: ['system-info'] as const,
  me: ['me'] as const,
  workspaces: ['workspaces'] as const,
  accounts: ['accounts'] as const,
  accountSettings: (accountId: string) => ['account-settings', accountId] as const,
  flows: (accountId: string) => ['flows', accountId] as const,
  flowList: (accountId: string, filter: object) => ['flows', accountId, filter] as const,
  flow: (flowId: string) => ['flow', flowId] as const,
  flowVersions: (flowId: string) => ['flow-versions', flowId] as const,
  accountTriggers: (accountId: string) => ['triggers', accountId] as const,
  flowTriggers: (flowId: string) => ['flow-triggers', flowId] as const,
  contacts: (accountId: string) => ['contacts', accountId] as const,
  contactList: (accountId: string, filter: object) => ['contacts', accountId, filter] as const,
  contact: (contactId: string) => ['contact', contactId] as const,
  contactTurns: (contactId: string) => ['contact-turns', contactId] as const,
  contactRuns: (contactId: string) => ['contact-runs', contactId] as const,
  run: (runId: string) => ['run', runId] as const,
  messageTrace: (messageLogId: string) => ['message-trace', messageLogId] as const,
  waiting: (flowId: string) => ['waiting', flowId] as const,
  waitingList: (flowId: string, filter: object) => ['waiting', flowId, filter] as const,
  standing: (flowId: string) => ['standing', flowId] as const,
  conversations: (accountId: string) => ['conversations', accountId] as const,
  conversationList: (accountId: string, filter: ConversationFilter) =>
    ['conversations', accountId, filter] as const,
  conversation: (conversationId: string) => ['conversation', conversationId] as const,
  messages: (conversationId: string) => ['messages', conversationId] as const,
  summary: (accountId: string, period: object) => ['summary', accountId, period] as const,
  timeseries: (accountId: string, period: object) => ['timeseries', accountId, period] as const,
};
