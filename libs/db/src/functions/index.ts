import { intakeEvents } from './intake/intake-events';
import { holdAutomated } from './intake/hold-automated';
import { findOutboundByMid } from './intake/find-outbound-by-mid';
import { eventKey } from './intake/event-key';
import { loadTurns } from './turns/load-turns';
import { loadDueTurns } from './turns/load-due-turns';
import { loadAccounts } from './turns/load-accounts';
import { applyTurns } from './turns/apply-turns';
import { applyMessageRecords } from './turns/apply-message-records';
import { failTurn } from './turns/fail-turn';
import { findOverdueWork } from './turns/find-overdue-work';
import { fenceContacts } from './turns/fence-contacts';
import { endOpenRuns } from './turns/end-open-runs';
import { cancelQueuedMessages } from './turns/cancel-queued-messages';
import { takeOverContact } from './turns/take-over-contact';
import { newTurnId } from './turns/new-turn-id';
import { purgeExpired } from './turns/purge-expired';
import { accountsWithQueued } from './outbox/accounts-with-queued';
import { nextOutboundAt } from './outbox/next-outbound-at';
import { claimOutbound } from './outbox/claim-outbound';
import { cancelOutboundRows } from './outbox/cancel-outbound-rows';
import { failRunOfMessage } from './outbox/fail-run-of-message';
import { settleOutbound } from './outbox/settle-outbound';
import { paceAccounts } from './outbox/pace-accounts';
import { finishOutbound } from './outbox/finish-outbound';
import { expireOutboundLeases } from './outbox/expire-outbound-leases';
import { claimUncertain } from './outbox/claim-uncertain';
import { matchEcho } from './outbox/match-echo';
import { enqueueHumanMessage } from './outbox/enqueue-human-message';
import { saveProfiles } from './outbox/save-profiles';
import { countAutomatedToday } from './outbox/count-automated-today';
import { requestEffects } from './effects/request-effects';
import { claimEffects } from './effects/claim-effects';
import { finishEffect } from './effects/finish-effect';
import { holdFlowMessages } from './holding/hold-flow-messages';
import { releaseFlowMessages } from './holding/release-flow-messages';
import { holdQuietMessages } from './holding/hold-quiet-messages';
import { releaseQuietMessages } from './holding/release-quiet-messages';
import { rescheduleQuietMessages } from './holding/reschedule-quiet-messages';
import { notifyMembers } from './notifications/notify-members';
import { tellTeam } from './notifications/tell-team';
import { tellRunFailed } from './notifications/tell-run-failed';
import { tellAccountError } from './notifications/tell-account-error';
import { claimMails } from './notifications/claim-mails';
import { noteMediaToFetch } from './media/note-media-to-fetch';
import { expireMediaOfMessage } from './media/expire-media-of-message';
import { eraseContacts } from './privacy/erase-contacts';
import { flowSteps } from './analytics/flow-steps';
import { countFlowSteps } from './analytics/count-flow-steps';
import { countFlowFigures } from './analytics/count-flow-figures';
import { countFlowHour } from './analytics/count-flow-hour';
import { isCallersAccount } from './lists/is-callers-account';
import { contactConditions } from './lists/contact-conditions';
import { searchContacts } from './lists/search-contacts';
import { flowConditions } from './lists/flow-conditions';
import { countFlowPeople } from './lists/count-flow-people';
import { searchFlows } from './lists/search-flows';
import { searchConversations } from './lists/search-conversations';
import { noteMessageChange } from './figures/note-message-change';
import { noteContactChange } from './figures/note-contact-change';
import { noteConversationChange } from './figures/note-conversation-change';
import { noteRunChange } from './figures/note-run-change';
import { countHoursBetween } from './figures/count-hours-between';
import { addHourChanges } from './figures/add-hour-changes';
import { countAccountHours } from './figures/count-account-hours';
import { countAccountState } from './figures/count-account-state';
import { partsOfPeriod } from './figures/parts-of-period';
import { sumAccountFigures } from './figures/sum-account-figures';
import { chartAccountFigures } from './figures/chart-account-figures';

/**
 * The functions of the schema as they are today, each in a file of its own; those that others need when they are created
 * come first. A change here reaches every database with its next start, see `FunctionsOfToday`.
 */
export const functions: readonly string[] = [
  intakeEvents,
  holdAutomated,
  findOutboundByMid,
  eventKey,
  loadTurns,
  loadDueTurns,
  loadAccounts,
  applyTurns,
  applyMessageRecords,
  failTurn,
  findOverdueWork,
  fenceContacts,
  endOpenRuns,
  cancelQueuedMessages,
  takeOverContact,
  newTurnId,
  purgeExpired,
  accountsWithQueued,
  nextOutboundAt,
  claimOutbound,
  cancelOutboundRows,
  failRunOfMessage,
  settleOutbound,
  paceAccounts,
  finishOutbound,
  expireOutboundLeases,
  claimUncertain,
  matchEcho,
  enqueueHumanMessage,
  saveProfiles,
  countAutomatedToday,
  requestEffects,
  claimEffects,
  finishEffect,
  holdFlowMessages,
  releaseFlowMessages,
  holdQuietMessages,
  releaseQuietMessages,
  rescheduleQuietMessages,
  notifyMembers,
  tellTeam,
  tellRunFailed,
  tellAccountError,
  claimMails,
  noteMediaToFetch,
  expireMediaOfMessage,
  eraseContacts,
  isCallersAccount,
  contactConditions,
  searchContacts,
  searchConversations,
  flowConditions,
  searchFlows,
  countFlowPeople,
  noteMessageChange,
  noteContactChange,
  noteConversationChange,
  noteRunChange,
  countHoursBetween,
  addHourChanges,
  countAccountHours,
  countAccountState,
  partsOfPeriod,
  sumAccountFigures,
  chartAccountFigures,
  flowSteps,
  countFlowSteps,
  countFlowHour,
  countFlowFigures,
];
