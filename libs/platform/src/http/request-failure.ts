/** Why a request to an address somebody gave us got no answer. */
export type RequestFailureReason =
  | 'invalid_url'
  | 'invalid_request'
  | 'address_blocked'
  | 'too_many_redirects'
  | 'too_large'
  | 'timeout'
  | 'aborted'
  | 'network';

/** Thrown inside the client only; callers get its reason as a value. */
export class RequestFailure extends Error {
  constructor(
    readonly reason: RequestFailureReason,
    /** For the log: a host or an error code, never a path or a query. */
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}

/** The failure behind whatever a request threw. */
export function toRequestFailure(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  const code = codeOf(error);
  if (timeouts.has(code)) return new RequestFailure('timeout', code);
  if (code === 'UND_ERR_INVALID_ARG') return new RequestFailure('invalid_request', code);
  return new RequestFailure('network', code);
}

const timeouts = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : error.name;
}
