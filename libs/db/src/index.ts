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
export { flowRepository, type FlowChanges } from './flows/flow.repository';
export { listFlows, type FlowHead } from './flows/list-flows';
export { listFlowOwners, type FlowOwnerRow } from './flows/list-flow-owners';
export { findFlowFacts, type FlowFacts } from './flows/find-flow-facts';
export { findFlowDocuments, type FlowDocuments } from './flows/find-flow-documents';
export { findFlowVersionHead, listFlowVersions, type FlowVersionHead } from './flows/list-flow-versions';
export { FlowFolderEntity } from './flows/flow-folder.entity';
export { flowFolderRepository } from './flows/flow-folder.repository';
export { FlowTestEntity } from './flows/flow-test.entity';
export { flowTestRepository } from './flows/flow-test.repository';
export { discardedDraftRepository, type DiscardedDraftRow } from './flows/discarded-draft.repository';
export { shareLinkRepository, type ShareLinkRow, type ShareLinkTarget } from './flows/share-link.repository';
export { flowViewers, type FlowViewer } from './flows/flow-viewers';
export { countComments, type CommentCountRow } from './flows/comments/count-comments';
export type { CommentRow } from './flows/comments/comment-row';
export { findCommentFacts, type CommentFacts } from './flows/comments/find-comment-facts';
export { flowCommentRepository, type LockedComment } from './flows/comments/flow-comment.repository';
export { listCommentReplies, listCommentThreads } from './flows/comments/list-comments';
export { mentionableMembers, type MemberRow } from './flows/comments/mentionable-members';
export { noteCommentChange } from './flows/comments/note-comment-change';
export { tellMentioned } from './flows/comments/tell-mentioned';
export { FlowVersionEntity } from './flows/flow-version.entity';
export { flowVersionRepository } from './flows/flow-version.repository';
export { pauseFlow } from './flows/pause-flow';
export { resumeFlow } from './flows/resume-flow';
export { holdPausedFlows } from './flows/hold-paused-flows';
export { expireHeldMessages } from './flows/expire-held-messages';
export { FlowRunEntity } from './runs/flow-run.entity';
export { runRepository, type RunFilter } from './runs/run.repository';
export { findVersionFacts, type VersionFacts, type VersionNode } from './runs/find-version-facts';
export { findDeliveriesByKey, findDelivery, type DeliveryRow } from './runs/find-deliveries';
export { countWaitingByNode, listWaiting, type NodeCount, type WaitingRow } from './runs/list-waiting';
export {
  findCommandableRun,
  listCommandableRuns,
  listRunsAtPlaces,
  type CommandableRun,
  type StepPlace,
} from './runs/list-commandable-runs';
export { findDefinitions } from './runs/find-definitions';
export { issueRunCommands, type IssuedCommand } from './runs/issue-run-commands';
export { stopSendingOfRuns } from './runs/stop-sending-of-runs';
export { reopenRun } from './runs/reopen-run';
export {
  findEventOfMessage,
  findMessageOfAccount,
  findTurn,
  findTurnAt,
  type MessageEvent,
} from './runs/find-message-trace';
export { countStandingByNode } from './runs/count-standing-by-node';
export { countStanding, type StandingCount } from './runs/count-standing';
export { moveRuns } from './runs/move-runs';
export { purgeTraces } from './runs/purge-traces';
export { TriggerEntity } from './triggers/trigger.entity';
export { findTriggerHits } from './triggers/find-trigger-hits';
export { listTriggersOfFlows } from './triggers/list-triggers-of-flows';
export { triggerRepository, type TriggerFields } from './triggers/trigger.repository';
export {
  bindTrigger,
  claimUnboundTriggers,
  putOffTrigger,
  type UnboundTrigger,
} from './triggers/unbound-triggers';
export {
  messengerProfileRepository,
  type MessengerProfileRow,
  type ProfileKind,
} from './messenger-profile/messenger-profile.repository';
export {
  claimDueProfiles,
  finishProfile,
  type DueProfile,
  type PublishOutcome,
} from './messenger-profile/publish-profiles';
export { ContactEntity } from './contacts/contact.entity';
export { contactRepository, type ContactThread } from './contacts/contact.repository';
export { ContactTurnEntity } from './contacts/contact-turn.entity';
export { contactTurnRepository } from './contacts/contact-turn.repository';
export { ConversationEntity } from './conversations/conversation.entity';
export { conversationRepository } from './conversations/conversation.repository';
export { listConversations, type ConversationFilter } from './conversations/list-conversations';
export { MessageEntity } from './messages/message.entity';
export { setOwnReaction } from './messages/set-own-reaction';
export { messageRepository } from './messages/message.repository';
export { countAccountHours } from './analytics/count-account-hours';
export type { Period } from './analytics/period';
export { readAccountSummary, type AccountSummaryCounts } from './analytics/read-account-summary';
export {
  readAccountTimeseries,
  type TimeseriesInterval,
  type TimeseriesPointRow,
} from './analytics/read-account-timeseries';
export { countFlowFigures } from './analytics/count-flow-figures';
export { countFlowHours } from './analytics/count-flow-hours';
export { listFlowVisits, type VisitMeasure, type VisitRow } from './analytics/list-flow-visits';
export type { FlowPeriod } from './analytics/read-step-counts';
export { readFlowAnalytics, type FlowAnalyticsCounts } from './analytics/read-flow-analytics';
export {
  comparePositions,
  formatPosition,
  parsePosition,
  type RealtimePosition,
} from './realtime/realtime-position';
export { openWhispers, type Whispers } from './realtime/open-whispers';
export { realtimeRepository, type RealtimeChange } from './realtime/realtime.repository';
export { loadAccounts, type LoadedAccount, type LoadedTrigger } from './account-cache/load-accounts';
export { loadFlowVersions, type LoadedFlowVersion } from './account-cache/load-flow-versions';
export { claimEffects, type ClaimedEffect } from './effects/claim-effects';
export type { EffectRow } from './effects/effect-row';
export { finishEffect } from './effects/finish-effect';
export { purgeEffects } from './effects/purge-effects';
export { releaseEffect } from './effects/release-effect';
export type { NoticeRow } from './notifications/notice-row';
export { NotificationEntity } from './notifications/notification.entity';
export { notificationRepository } from './notifications/notification.repository';
export { claimMails, type ClaimedMail } from './notifications/claim-mails';
export { finishMail, type MailResult } from './notifications/finish-mail';
export type { QuietRow } from './quiet-hours/quiet-row';
export { releaseQuietMessages } from './quiet-hours/release-quiet-messages';
export { rescheduleQuietMessages } from './quiet-hours/reschedule-quiet-messages';
export {
  cancelMissedEvents,
  claimMissedEvents,
  finishMissedEvents,
  noteMissedEvents,
  requestMissedEvents,
  type MissedEventsClaim,
  type MissedEventsOutcome,
} from './events/missed-events';
export {
  claimCommentPolls,
  finishCommentPoll,
  followPollingSettings,
  type CommentPoll,
  type CommentPollOutcome,
} from './events/comment-polls';
export { findLastKnownAt, findMissedEvents, type MissedEventsReading } from './events/find-missed-events';
export { MediaFileEntity } from './media/media-file.entity';
export { findMediaFacts } from './media/find-media-facts';
export { mediaFileRepository } from './media/media-file.repository';
export { beginMediaFile, finishMediaFile, type NewMediaFile } from './media/keep-media-file';
export { listExpiredMedia, removeExpiredMedia } from './media/remove-expired-media';
export {
  claimMediaFetches,
  finishMediaFetch,
  putOffMediaFetch,
  type KeptMedia,
  type MediaFetch,
} from './media/media-fetches';
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
  loadDueTurns,
  loadTurns,
  type DueTurns,
  type LoadedEvent,
  type LoadedTurn,
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
  sentenceOfCancelReason,
  type CancelReason,
} from './outbox/cancel-messages';
export { cancelForPausedAccounts } from './turns/cancel-for-paused-accounts';
export { findCallsByKey, type CallRow } from './effects/find-calls';
export { claimOutbound, firstCursor, type ClaimedMessage, type OutboundClaim } from './outbox/claim-outbound';
export {
  findProfileTarget,
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
export {
  finishOutbound,
  type AccountConsequence,
  type FinishedOutbound,
  type OutboundResult,
} from './outbox/finish-outbound';
export { matchEcho, type EchoMatch } from './outbox/match-echo';
export { outboxPriority } from './outbox/outbox-priority';
export {
  claimUncertain,
  expireOutboundLeases,
  listKnownMids,
  type UncertainMessage,
} from './outbox/uncertain-messages';
export { accountChoiceRepository, type AccountChoiceRow } from './connections/account-choice.repository';
export { oauthLoginRepository, type BegunLogin } from './connections/oauth-login.repository';
export {
  claimTokenRefreshes,
  finishTokenRefreshes,
  type DueToken,
  type TokenRefresh,
} from './connections/token-refreshes';
export {
  listSealedTokens,
  listTokenOfEachKey,
  replaceSealedTokens,
  type SealedToken,
} from './connections/reseal-tokens';
export { doctorReportRepository, type AccountFacts } from './connections/doctor-report.repository';
export { roundTripRepository, type RoundTripRow } from './connections/round-trip.repository';
export { webhookRefusalRepository } from './connections/webhook-refusal.repository';
export { dataDeletionRepository, type DataDeletionRow } from './privacy/data-deletion.repository';
export { erasePerson } from './privacy/erase-person';
export { listAccountsOfOwner, type OwnedAccount } from './privacy/list-accounts-of-owner';
