export { createDataSource, type DatabaseRole } from './data-source';
export { migrate } from './migrate';
export { inEngine, inWorkspaces, type Tx } from './transaction';
export { createDatabase, dropDatabase, listDatabases, listSessions } from './embedded/database-admin';
export { withFileLock } from './embedded/file-lock';
export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/start-embedded-postgres';
export type { DataSource } from 'typeorm';
export { isConnectionFailure } from './is-connection-failure';
export type { Page, PageRequest } from './pagination/page';
export { UserEntity } from './users/user.entity';
export { userRepository } from './users/user.repository';
export { sessionRepository, type RefreshToken, type SessionCaller } from './users/session.repository';
export { idempotencyRepository, type StoredAnswer } from './idempotency/idempotency.repository';
export { findScope, type ObjectScope, type ScopeKind } from './workspaces/find-scope';
export { WorkspaceEntity } from './workspaces/workspace.entity';
export { workspaceRepository } from './workspaces/workspace.repository';
export { InstagramAccountEntity } from './accounts/instagram-account.entity';
export { accountRepository, type AccountConnection } from './accounts/account.repository';
export { endRunsOfAccount } from './accounts/end-runs-of-account';
export { FlowEntity } from './flows/flow.entity';
export { flowRepository, type FlowChanges, type FlowFacts } from './flows/flow.repository';
export { FlowVersionEntity } from './flows/flow-version.entity';
export { flowVersionRepository } from './flows/flow-version.repository';
export { TriggerEntity } from './triggers/trigger.entity';
export { triggerRepository, type TriggerFields } from './triggers/trigger.repository';
export { ContactEntity } from './contacts/contact.entity';
export { contactRepository, type ContactThread } from './contacts/contact.repository';
export { ContactTurnEntity } from './contacts/contact-turn.entity';
export { contactTurnRepository } from './contacts/contact-turn.repository';
export { ConversationEntity } from './conversations/conversation.entity';
export { conversationRepository } from './conversations/conversation.repository';
export { listConversations, type ConversationFilter } from './conversations/list-conversations';
export { MessageEntity } from './messages/message.entity';
export { messageRepository } from './messages/message.repository';
export type { Period } from './analytics/period';
export { readAccountSummary, type AccountSummaryCounts } from './analytics/read-account-summary';
export {
  readAccountTimeseries,
  type TimeseriesInterval,
  type TimeseriesPointRow,
} from './analytics/read-account-timeseries';
export { readFlowAnalytics, type FlowAnalyticsCounts } from './analytics/read-flow-analytics';
export {
  comparePositions,
  formatPosition,
  parsePosition,
  type RealtimePosition,
} from './realtime/realtime-position';
export { realtimeRepository, type RealtimeChange } from './realtime/realtime.repository';
export { loadAccounts, type LoadedAccount, type LoadedTrigger } from './account-cache/load-accounts';
export { loadFlowVersions, type LoadedFlowVersion } from './account-cache/load-flow-versions';
export { storeEvents, type DueShard, type IntakeRow } from './intake/store-events';
export {
  applyTurns,
  type AppliedTurns,
  type EventRow,
  type MessageRecord,
  type OutboundRow,
  type RunRow,
  type TurnChanges,
  type TurnRow,
  type WakeRow,
} from './turns/apply-turns';
export { bumpAccountRevision } from './turns/bump-account-revision';
export type { Database } from './turns/database';
export { endRunsOfFlow } from './turns/end-runs-of-flow';
export { ensureMessagePartitions } from './turns/ensure-message-partitions';
export { failTurn } from './turns/fail-turn';
export { findOverdueWork, type OverdueWork } from './turns/find-overdue-work';
export {
  loadTurns,
  loadTurnsOfContacts,
  type LoadedEvent,
  type LoadedTurn,
  type LoadedTurns,
} from './turns/load-turns';
export { pauseAccount } from './turns/pause-account';
export { pauseContactAutomation } from './turns/pause-contact-automation';
export { purgeExpired } from './turns/purge-expired';
export { recordForeignEcho, type ForeignMessage } from './turns/record-foreign-echo';
export { releaseConversation } from './turns/release-conversation';
export { resumeAccount } from './turns/resume-account';
export { setConversationStatus } from './turns/set-conversation-status';
export { isDatabaseUnavailable, sqlStateOf } from './turns/sql-state-of';
export { takeOverConversation } from './turns/take-over-conversation';
export {
  cancelAutomatedMessages,
  cancelMessagesOfAccount,
  cancelMessagesOfRuns,
  type CancelReason,
} from './outbox/cancel-messages';
export { claimOutbound, firstCursor, type ClaimedMessage, type OutboundClaim } from './outbox/claim-outbound';
export {
  listProfileTargets,
  saveProfiles,
  type ProfileResult,
  type ProfileTarget,
} from './outbox/contact-profiles';
export {
  enqueueHumanMessage,
  type HumanMessageOutcome,
  type HumanMessagePart,
} from './outbox/enqueue-human-message';
export { finishOutbound, type AccountConsequence, type OutboundResult } from './outbox/finish-outbound';
export { matchEcho, type EchoMatch } from './outbox/match-echo';
export { outboxPriority } from './outbox/outbox-priority';
export {
  claimUncertain,
  expireOutboundLeases,
  listKnownMids,
  type UncertainMessage,
} from './outbox/uncertain-messages';
