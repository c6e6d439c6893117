import { z } from 'zod';

/** The body of every error answer. `message` is for a person; clients decide by `code`. */
export const errorBody = z.object({
  code: z.string().regex(/^[a-z0-9_]+$/),
  message: z.string(),
  details: z.unknown().optional(),
});
export type ErrorBody = z.infer<typeof errorBody>;

/** Codes that several endpoints share; an endpoint may answer further ones of its own. */
export const errorCodes = {
  malformedRequest: 'malformed_request',
  unauthorized: 'unauthorized',
  invalidCredentials: 'invalid_credentials',
  forbidden: 'forbidden',
  notFound: 'not_found',
  conflict: 'conflict',
  staleRevision: 'stale_revision',
  emailTaken: 'email_taken',
  payloadTooLarge: 'payload_too_large',
  invalidFlow: 'invalid_flow',
  flowTestsFailed: 'flow_tests_failed',
  flowWouldBeEmptied: 'flow_would_be_emptied',
  outsideMessagingWindow: 'outside_messaging_window',
  accountNotConnected: 'account_not_connected',
  accountAlreadyConnected: 'account_already_connected',
  idempotencyKeyReused: 'idempotency_key_reused',
  tooManyRequests: 'too_many_requests',
  unavailable: 'service_unavailable',
  internal: 'internal_error',
} as const;
export type ErrorCode = (typeof errorCodes)[keyof typeof errorCodes];

/** Where a field of a request is wrong. */
export const fieldIssue = z.object({ path: z.string(), message: z.string() });
export type FieldIssue = z.infer<typeof fieldIssue>;
