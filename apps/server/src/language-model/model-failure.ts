import { AppError } from '@instaflow/platform';

export const modelFailureCode = 'ai_failed';

/** 502: the model answered, and the answer is of no use. */
export const unusableAnswer = (message: string): AppError => failure(message);

/**
 * What went wrong between here and a language model, in words that say what to do. What the model's server said
 * itself is kept out of the message: it may quote the key.
 */
export function toModelFailure(error: unknown, at: { model: string; baseUrl: string }): AppError {
  if (error instanceof AppError) return error;
  return failure(isUnreadable(error) ? unreadable(at) : explain(statusOf(error), at), error);
}

/** Not an error of the connection: what answers there speaks something else. By its name, because errors of Node itself fail `instanceof` in Jest. */
const isUnreadable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'SyntaxError';

const unreadable = ({ baseUrl }: { baseUrl: string }): string =>
  `What answers at ${new URL(baseUrl).host} is no language model: check OPENAI_BASE_URL.`;

function explain(status: number | null, { model, baseUrl }: { model: string; baseUrl: string }): string {
  switch (status) {
    case 401:
    case 403:
      return 'The language model refused the key: check OPENAI_API_KEY.';
    case 404:
      return `There is no model “${model}” at ${new URL(baseUrl).host}: check OPENAI_MODEL and OPENAI_BASE_URL.`;
    case 429:
      return 'The language model has reached its limit, of requests or of credit. Try again later.';
    case 400:
    case 422:
      return `The language model does not understand the request: “${model}” must be able to answer by a JSON schema.`;
    case null:
      return `The language model at ${new URL(baseUrl).host} cannot be reached. Try again in a moment.`;
    default:
      return 'The language model is out of order. Try again in a moment.';
  }
}

/** Errors of the client carry the status of the answer; without an answer there is none. */
function statusOf(error: unknown): number | null {
  const isAnswered = typeof error === 'object' && error !== null && 'status' in error;
  return isAnswered && typeof error.status === 'number' ? error.status : null;
}

function failure(message: string, cause?: unknown): AppError {
  return new AppError({
    code: modelFailureCode,
    kind: 'operational',
    status: 502,
    message,
    ...(cause === undefined ? {} : { cause: describeCause(cause) }),
  });
}

/** Its class and status are logged, its text is not: it may quote the key. */
function describeCause(cause: unknown): Error {
  const name = cause instanceof Error ? cause.constructor.name : typeof cause;
  return new Error(`${name}${statusOf(cause) === null ? '' : ` ${String(statusOf(cause))}`}`);
}
