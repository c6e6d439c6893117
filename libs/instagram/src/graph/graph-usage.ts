import { parseJson } from '../json/parse-json';
import { cleanJson } from '../json/clean-json';
import { isJsonObject, type JsonValue } from '../json/json-value';
import { readNumber } from '../json/read-fields';
import type { GraphUsage } from './graph-result';

export type ResponseHeaders = Record<string, string | string[] | undefined>;

const minuteMs = 60_000;
export const noUsage: GraphUsage = { percent: 0, regainAccessMs: 0 };

/**
 * Reads `X-App-Usage` and `X-Business-Use-Case-Usage`. Values are percentages; the time to regain access comes in
 * minutes. Unreadable headers count as no usage: they are hints, not answers.
 */
export const readUsage = (headers: ResponseHeaders): GraphUsage => {
  const app = readHeader(headers['x-app-usage']);
  const business = readHeader(headers['x-business-use-case-usage']);
  const perCase = isJsonObject(business) ? Object.values(business).flat() : [];
  return [app, ...perCase].reduce<GraphUsage>((worst, item) => {
    const own = usageOf(item);
    return {
      percent: Math.max(worst.percent, own.percent),
      regainAccessMs: Math.max(worst.regainAccessMs, own.regainAccessMs),
    };
  }, noUsage);
};

const usageOf = (item: JsonValue | undefined): GraphUsage => {
  if (!isJsonObject(item)) return noUsage;
  const percents = ['call_count', 'total_time', 'total_cputime'].map((key) => readNumber(item, key) ?? 0);
  const minutes = readNumber(item, 'estimated_time_to_regain_access') ?? 0;
  return { percent: Math.max(...percents), regainAccessMs: Math.max(0, minutes) * minuteMs };
};

const readHeader = (header: string | string[] | undefined): JsonValue => {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined) return null;
  try {
    return cleanJson(parseJson(text));
  } catch {
    // A hint that cannot be read is no hint.
    return null;
  }
};
