import { errorCode } from '../errors/error-code';

export type DescribedError = {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: DescribedError;
};

/**
 * What the log shows of an error: these fields and no others. Libraries hang whole connections, requests and rows on
 * their errors, with passwords and message text inside.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!isErrorLike(error)) return { type: typeof error, message: String(error).slice(0, 500) };
  return {
    type: error.name,
    message: error.message,
    code: errorCode(error),
    stack: error.stack,
    cause: error.cause === undefined || depth >= 3 ? undefined : describeError(error.cause, depth + 1),
  };
}

function isErrorLike(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error && 'name' in error;
}
