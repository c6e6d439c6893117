import type { ErrorMeaning } from './error-meanings';
import type { GraphFailure, GraphUsage } from './graph-result';

/** With what an answer came; no status when there was none. */
export type Circumstances = { httpStatus: number | null; usage: GraphUsage };

/** The failure of a call, of one meaning. */
export const graphFailure = (
  meaning: ErrorMeaning,
  { httpStatus, usage }: Circumstances,
  detail: Partial<GraphFailure> = {},
): GraphFailure => ({
  ok: false,
  outcome: meaning.outcome,
  code: meaning.code,
  sentence: meaning.sentence,
  scope: meaning.scope ?? 'account',
  retries: meaning.retries ?? 0,
  retryAfterMs: meaning.outcome === 'throttled' && usage.regainAccessMs > 0 ? usage.regainAccessMs : null,
  graphCode: null,
  graphSubcode: null,
  traceId: null,
  httpStatus,
  usage,
  ...detail,
});
