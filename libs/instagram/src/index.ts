export { buildMessage, type BuiltMessage } from './graph/build-message';
export { checkOutgoing } from './graph/check-outgoing';
export type { GraphComment } from './graph/comment-calls';
export type { ContentProblem } from './graph/content-problem';
export type {
  ConversationMessage,
  ConversationMessageDetail,
  GraphConversation,
} from './graph/conversation-calls';
export { createGraphClient, type GraphClient } from './graph/create-graph-client';
export { describeOutgoing, type OutgoingDescription } from './graph/describe-outgoing';
export { errorTable, findMeaning, type ErrorRow } from './graph/error-table';
export { type ErrorMeaning } from './graph/error-meanings';
export type { GraphPage, PageRequest } from './graph/graph-page';
export type {
  GraphFailure,
  GraphResult,
  GraphUsage,
  OutcomeClass,
  ThrottleScope,
} from './graph/graph-result';
export type { GraphMedia } from './graph/media-calls';
export type { IceBreaker, IceBreakerSet, MenuItem, PersistentMenu } from './graph/messenger-profile-calls';
export type {
  OutgoingButton,
  OutgoingElement,
  OutgoingFile,
  OutgoingMedia,
  OutgoingMessage,
  OutgoingQuickReply,
} from './graph/outgoing-message';
export { pageAccess, readAccess } from './graph/page-access';
export type { GraphAccount, GraphProfile } from './graph/read-calls';
export type { LongLivedToken } from './graph/read-token';
export { retryRuleOf, retryRules, type RetryRule } from './graph/retry-rule';
export type { AccountAccess, SentMessage } from './graph/send-calls';
export { webhookFieldsOf } from './graph/subscription-calls';
export { cleanText } from './json/clean-json';
export { parseJson } from './json/parse-json';
export { facebookAuthorizeUrl, instagramAuthorizeUrl } from './login/authorize-url';
export { createLoginClient, type LoginClient } from './login/create-login-client';
export type { FacebookPage, FacebookToken, TokenInfo } from './login/facebook-login-calls';
export type { InstagramGrant } from './login/instagram-login-calls';
export {
  listMissingPermissions,
  loginPermissions,
  type LoginKind,
  type Permission,
} from './login/login-permissions';
export { readLoginCallback, type LoginCallback } from './login/read-login-callback';
export { verifySignature, type SignatureCheck } from './verify-signature';
export { verifySignedRequest, type SignedRequest } from './verify-signed-request';
export { messageContentOf } from './webhook/message-content-of';
export { messageTypeOf } from './webhook/message-type-of';
export { parseWebhook, type ParsedWebhook } from './webhook/parse-webhook';
export { previewOf } from './webhook/preview-of';
export type {
  ParsedAttachment,
  ParsedComment,
  ParsedEntry,
  ParsedEvent,
  ParsedEventKind,
  ParsedNotice,
  ParsedReaction,
  ParsedReferral,
} from './webhook/parsed-event';
