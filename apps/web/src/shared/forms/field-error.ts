import { ApiError } from '../api/api-error';

/** What the server found wrong with one field of a request; null when nothing. */
export function fieldError(error: unknown, path: string): string | null {
  if (!(error instanceof ApiError)) return null;
  const issue = error.fieldIssues.find((found) => found.path === path || found.path === `body.${path}`);
  return issue?.message ?? null;
}
