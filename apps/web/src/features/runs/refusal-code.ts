import { ApiError } from '../../shared/api/api-error';
import { isJsonRecord } from '../../shared/trace/is-json-record';

/** Why a command was refused, as a code; of a pause what pauses. Null when it was no refusal. */
export function refusalCodeOf(error: unknown): string | null {
  if (!(error instanceof ApiError)) return null;
  if (error.status !== 409 && error.status !== 422) return null;
  const { code, details } = error;
  const reason = isJsonRecord(details) ? details['reason'] : null;
  return code === 'automation_paused' && typeof reason === 'string' ? reason : code;
}
