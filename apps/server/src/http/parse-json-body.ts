import { errorCodes } from '@instaflow/contracts';
import { badRequest, type AppError } from '@instaflow/platform';
import { findJsonFault } from './find-json-fault';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the bytes of an API request. An empty body counts as none. Throws 400 `malformed_request`. */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const value = decode(bytes);
  const fault = findJsonFault(value);
  if (fault !== null) throw malformed(fault);
  return value;
}

function decode(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    return value;
  } catch (cause) {
    throw malformed('is not JSON in UTF-8', cause);
  }
}

function malformed(problem: string, cause?: unknown): AppError {
  return badRequest({
    code: errorCodes.malformedRequest,
    message: `The body ${problem}.`,
    details: [{ path: '', message: problem }],
    cause,
  });
}
