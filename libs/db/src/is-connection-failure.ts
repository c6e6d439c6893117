/** Connection failures, shut-downs and exhausted connections, by SQLSTATE or socket error. */
const codes = /^(08...|57P0[1-5]|53300|58...|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)$/;
const pgMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after calling end|Driver not Connected/i;

/** Whether an error says that the database cannot be reached now, rather than that a statement is wrong. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && codes.test(error.code)) return true;
  if (pgMessages.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isConnectionFailure)) return true;
  const cause: unknown = 'driverError' in error ? error.driverError : error.cause;
  return cause !== undefined && cause !== error && isConnectionFailure(cause);
}
