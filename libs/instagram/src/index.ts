export { webhookFields, type LongLivedToken } from './graph/account-calls';
export { buildMessage, type BuiltMessage } from './graph/build-message';
export { createGraphClient, type GraphClient } from './graph/create-graph-client';
export { describeOutgoing, type OutgoingDescription } from './graph/describe-outgoing';
export type {
  GraphFailure,
  GraphResult,
  GraphUsage,
  OutcomeClass,
  ThrottleScope,
} from './graph/graph-result';
export type { OutgoingButton, OutgoingElement, OutgoingMessage } from './graph/outgoing-message';
export type { ConversationMessage, GraphAccount, GraphProfile } from './graph/read-calls';
export type { AccountAccess, SentMessage } from './graph/send-calls';
export { cleanText } from './json/clean-json';
export { parseJson } from './json/parse-json';
export { verifySignature, type SignatureCheck } from './verify-signature';
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
  ParsedReaction,
  ParsedReferral,
} from './webhook/parsed-event';
