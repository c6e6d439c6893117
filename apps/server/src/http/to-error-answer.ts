import { HttpException } from '@nestjs/common';
import { errorCodes, type ErrorBody } from '@instaflow/contracts';
import { isConnectionFailure } from '@instaflow/db';
import { AppError } from '@instaflow/platform';

/** How an error leaves the API, and how loudly it is logged. */
export type ErrorAnswer = {
  status: number;
  body: ErrorBody;
  retryAfterSeconds: number | null;
  level: 'debug' | 'warn' | 'error';
};

/** Turns whatever was thrown into the one shape of errors. Nothing internal leaves: no stack, no SQL. */
export function toErrorAnswer(error: unknown, requestId: string): ErrorAnswer {
  if (error instanceof AppError && error.kind !== 'unexpected') return fromAppError(error);
  if (isConnectionFailure(error)) return databaseAway;
  const status = statusOf(error);
  if (status !== null && status < 500) return fromStatus(status);
  return fromSqlState(error) ?? internal(requestId);
}

function fromAppError(error: AppError): ErrorAnswer {
  const { code, message, details, status } = error;
  const retryAfterMs = error.retryAfterMs ?? (status === 503 ? 2_000 : null);
  return {
    status,
    body: details === undefined ? { code, message } : { code, message, details },
    retryAfterSeconds: retryAfterMs === null ? null : Math.max(1, Math.ceil(retryAfterMs / 1_000)),
    level: error.kind === 'user' ? 'debug' : 'warn',
  };
}

const databaseAway: ErrorAnswer = {
  status: 503,
  body: { code: errorCodes.unavailable, message: 'The database cannot be reached. Try again in a moment.' },
  retryAfterSeconds: 2,
  level: 'warn',
};

/** Errors of Nest and Fastify carry a status. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const isNumbered = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
  return isNumbered ? Number(error.statusCode) : null;
}

const byStatus: Record<number, ErrorBody> = {
  404: { code: errorCodes.notFound, message: 'There is nothing at this address.' },
  405: { code: 'method_not_allowed', message: 'This address does not take that method.' },
  413: { code: errorCodes.payloadTooLarge, message: 'The request is too large.' },
  414: { code: 'uri_too_long', message: 'The address is too long.' },
  415: { code: 'unsupported_media_type', message: 'Send JSON, not compressed, as application/json.' },
};

function fromStatus(status: number): ErrorAnswer {
  const body = byStatus[status] ?? {
    code: errorCodes.malformedRequest,
    message: 'The request is not understood.',
  };
  return { status, body, retryAfterSeconds: null, level: 'debug' };
}

/** What the schemas let through and the database refuses: a safety net, so that no input is answered with 500. */
function fromSqlState(error: unknown): ErrorAnswer | null {
  const state = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^22...$/.test(state)) return fromStatus(400);
  if (/^(23503|23505)$/.test(state)) {
    const body = { code: errorCodes.conflict, message: 'This conflicts with something that exists already.' };
    return { status: 409, body, retryAfterSeconds: null, level: 'warn' };
  }
  if (/^(40001|40P01|55P03|57014)$/.test(state)) {
    const body = { code: errorCodes.unavailable, message: 'Too much at the same moment. Try again.' };
    return { status: 503, body, retryAfterSeconds: 1, level: 'warn' };
  }
  return null;
}

function internal(requestId: string): ErrorAnswer {
  return {
    status: 500,
    body: {
      code: errorCodes.internal,
      message: `Something went wrong here. Tell the operator this id: ${requestId}.`,
      details: { requestId },
    },
    retryAfterSeconds: null,
    level: 'error',
  };
}
