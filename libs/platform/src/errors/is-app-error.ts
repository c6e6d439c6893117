import { AppError, type AppErrorKind } from './app-error';

/** Whether `error` is an AppError, optionally of this code or kind. */
export function isAppError(
  error: unknown,
  expected: { code?: string; kind?: AppErrorKind } = {},
): error is AppError {
  if (!(error instanceof AppError)) return false;
  if (expected.code !== undefined && error.code !== expected.code) return false;
  return expected.kind === undefined || error.kind === expected.kind;
}
