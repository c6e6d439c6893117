import {
  callLimits,
  jsonValueSchema,
  readJson,
  readResponsePath,
  type JsonValue,
} from '@instaflow/flow-model';
import type { EffectOf } from '../effect';
import type { EffectResult } from '../run-input';

/** What the other program answered. */
export type CallResponse = { status: number; body: string };

/**
 * The outcome of a call: of its answer only the status and the values the node saves, so that nothing else of it is
 * kept. `unanswered` when the status is not 2xx, or values are wanted of something that is not JSON.
 */
export function resultOfResponse(
  { key, save }: Pick<EffectOf<'http_request'>, 'key' | 'save'>,
  { status, body }: CallResponse,
): EffectResult {
  const refused = (reason: string): EffectResult => ({
    key,
    outcome: 'unanswered',
    reason,
    data: { status },
  });
  if (status < 200 || status > 299) return refused(`http_${status}`);
  if (save.length === 0) return { key, outcome: 'answered', reason: null, data: { status, saved: [] } };
  const answer = parseAnswer(body);
  if (answer === undefined) return refused('not_json');
  const saved = save.map(({ path, attribute }) => ({
    attribute,
    value: keep(readResponsePath(answer, path)),
  }));
  return { key, outcome: 'answered', reason: null, data: { status, saved } };
}

/** The outcome of a call that got no answer: `timeout`, `address_blocked`, `too_large`, … */
export function resultOfFailure(key: string, reason: string): EffectResult {
  return { key, outcome: 'unanswered', reason };
}

function keep(value: JsonValue): JsonValue {
  return readJson(value, { maxLength: callLimits.savedLength }) ?? null;
}

function parseAnswer(body: string): JsonValue | undefined {
  try {
    // Read without a schema: only what is picked from it is checked, and it may be deep.
    const parsed: unknown = JSON.parse(body);
    return isJson(parsed) ? parsed : undefined;
  } catch {
    // Not JSON: the caller says so.
    return undefined;
  }
}

function isJson(value: unknown): value is JsonValue {
  return value === null || typeof value === 'object' || jsonValueSchema.safeParse(value).success;
}
