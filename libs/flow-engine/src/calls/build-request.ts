import {
  callLimits,
  isCallHeader,
  parseBodyTemplate,
  type JsonValue,
  type NodeOf,
} from '@instaflow/flow-model';
import type { HttpRequest } from '../effect';
import type { Fill } from '../executors/fill';

export type BuiltRequest = { ok: true; request: HttpRequest } | { ok: false; cause: string };

/**
 * The request of a call, filled in. In the address every value stays inside its place in path or query, in a header
 * it stays in its line, and in JSON it is a text and never punctuation. Not ok when what came out is no call.
 */
export function buildRequest(
  node: NodeOf<'external_api_call'>,
  { fill, fillUrl }: { fill: Fill; fillUrl: Fill },
): BuiltRequest {
  const url = fillUrl(node.url);
  if (!isAddress(url)) return { ok: false, cause: 'invalid_url' };
  const body = buildBody(node, fill);
  if (!body.ok) return body;
  const timeoutMs = node.timeoutMs ?? callLimits.defaultTimeoutMs;
  return {
    ok: true,
    request: {
      method: node.method ?? 'GET',
      url,
      headers: { ...body.headers, ...fillHeaders(node.headers ?? {}, fill) },
      body: body.text,
      timeoutMs: within(timeoutMs, 1, callLimits.maxTimeoutMs),
      retries: within(node.retries ?? 0, 0, callLimits.maxRetries),
    },
  };
}

type BuiltBody =
  { ok: true; text: string | null; headers: Record<string, string> } | { ok: false; cause: string };

function buildBody({ method = 'GET', body }: NodeOf<'external_api_call'>, fill: Fill): BuiltBody {
  const template = method === 'GET' ? { kind: 'none' as const } : parseBodyTemplate(body);
  switch (template.kind) {
    case 'none':
      return { ok: true, text: null, headers: {} };
    case 'broken':
      return { ok: false, cause: 'invalid_body' };
    case 'text':
      return boundBody(fill(template.text), 'text/plain; charset=utf-8');
    case 'json':
      return boundBody(JSON.stringify(fillLeaves(template.json, fill)), 'application/json');
  }
}

function boundBody(text: string, type: string): BuiltBody {
  if (text.length > callLimits.bodyLength) return { ok: false, cause: 'request_too_large' };
  return { ok: true, text, headers: { 'content-type': type } };
}

const address = /^https?:\/\/([^/?#]+)([^?#]*)/i;
/** A filled in `..` would lead out of its place, and no encoding of it would not. */
const dotSegment = /(^|\/)(\.|%2e){1,2}(\/|$)/i;
const unsafe = /[\s\\\p{Cc}]/u;

function isAddress(url: string): boolean {
  const [, authority = '', path = ''] = address.exec(url) ?? [];
  return (
    authority !== '' &&
    !authority.includes('@') &&
    !dotSegment.test(path) &&
    !unsafe.test(url) &&
    url.length <= callLimits.urlLength
  );
}

function fillHeaders(headers: Record<string, string>, fill: Fill): Record<string, string> {
  const usable = Object.entries(headers).filter(([name]) => isCallHeader(name));
  return Object.fromEntries(
    usable
      .slice(0, callLimits.headers)
      .map(([name, value]) => [name.toLowerCase(), toHeaderValue(fill(value))]),
  );
}

/** One line of ASCII: other characters are percent-encoded, as header values know no encoding. */
function toHeaderValue(text: string): string {
  const line = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  return line.replaceAll(/[^\x20-\x7e]+/g, encodeURIComponent).slice(0, callLimits.headerLength);
}

function fillLeaves(json: JsonValue, fill: Fill): JsonValue {
  if (typeof json === 'string') return fill(json);
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item) => fillLeaves(item, fill));
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fillLeaves(value, fill)]));
}

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least;
}
