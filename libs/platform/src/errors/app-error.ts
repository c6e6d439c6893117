/** Decides alone about log level, HTTP status, retry and alert. */
export type AppErrorKind = 'user' | 'operational' | 'unexpected';

export type AppErrorInit = {
  code: string;
  message: string;
  kind: AppErrorKind;
  status?: number;
  details?: unknown;
  cause?: unknown;
  retryAfterMs?: number;
};

type Extra = { code?: string; message?: string; details?: unknown; cause?: unknown };

/**
 * The one error type that crosses module borders. `code` is snake_case and part of the contract;
 * `message` is for a person; nobody may branch on `message`.
 */
export class AppError extends Error {
  readonly code: string;
  readonly kind: AppErrorKind;
  readonly status: number;
  readonly details: unknown;
  readonly retryAfterMs: number | undefined;

  constructor(init: AppErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.name = 'AppError';
    this.code = init.code;
    this.kind = init.kind;
    this.status = init.status ?? defaultStatus[init.kind];
    this.details = init.details;
    this.retryAfterMs = init.retryAfterMs;
  }
}

/** 400: the request cannot be read as what the endpoint takes. */
export function badRequest(extra: Extra = {}): AppError {
  return userError(400, 'malformed_request', 'The request is malformed.', extra);
}

/** 401: nobody, or nobody valid, is logged in. */
export function unauthorized(extra: Extra = {}): AppError {
  return userError(401, 'unauthorized', 'Please log in.', extra);
}

/** 403: known person, missing role. */
export function forbidden(extra: Extra = {}): AppError {
  return userError(403, 'forbidden', 'Your role does not allow this.', extra);
}

/** 404: missing, or another tenant's: both look the same. */
export function notFound(extra: Extra = {}): AppError {
  return userError(404, 'not_found', 'Not found.', extra);
}

/** 409: stale revision, or the thing exists already. */
export function conflict(extra: Extra = {}): AppError {
  return userError(409, 'conflict', 'This has changed meanwhile. Load it again.', extra);
}

/** 422: readable, but it cannot be done; `details` lists the problems. */
export function unprocessable(code: string, message: string, details?: unknown): AppError {
  return userError(422, code, message, { details });
}

/** 429 with `Retry-After`. */
export function tooManyRequests(retryAfterMs: number, extra: Extra = {}): AppError {
  return new AppError({
    code: 'too_many_requests',
    message: 'Too many attempts. Try again later.',
    ...defined(extra),
    kind: 'user',
    status: 429,
    retryAfterMs,
  });
}

/** 503: something this program depends on is down; trying again later is right. */
export function unavailable(extra: Extra & { retryAfterMs?: number } = {}): AppError {
  return new AppError({
    code: 'service_unavailable',
    message: 'Temporarily unavailable. Try again in a moment.',
    ...defined(extra),
    kind: 'operational',
    status: 503,
  });
}

const defaultStatus: Record<AppErrorKind, number> = { user: 400, operational: 503, unexpected: 500 };

function userError(status: number, code: string, message: string, extra: Extra): AppError {
  return new AppError({ code, message, ...defined(extra), kind: 'user', status });
}

/** An explicit `undefined` must not erase a default. */
function defined<T extends object>(values: T): Partial<T> {
  const kept: Partial<T> = { ...values };
  for (const key of Object.keys(values)) {
    if (Reflect.get(kept, key) === undefined) Reflect.deleteProperty(kept, key);
  }
  return kept;
}
